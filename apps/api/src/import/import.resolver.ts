import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { ImportDesk } from './import-desk.js';
import { CommitImportInput, CommitImportResult, PreviewImportInput, PreviewImportResult } from './import.graphql.js';

@Resolver()
export class ImportResolver {
  constructor(private readonly desk: ImportDesk) {}

  @Mutation(() => PreviewImportResult, { description: 'What the file would do; it changes nothing.' })
  previewImport(@Asker() asker: Session, @Args('input') input: PreviewImportInput): Promise<PreviewImportResult> {
    return this.desk.preview(asker, input);
  }

  @Mutation(() => CommitImportResult)
  commitImport(@Asker() asker: Session, @Args('input') input: CommitImportInput): Promise<CommitImportResult> {
    return this.desk.commit(asker, input);
  }
}
