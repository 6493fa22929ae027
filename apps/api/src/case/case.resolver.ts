import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { CaseDesk } from './case-desk.js';
import { Case, CompleteTaskInput, CompleteTaskResult, Explanation } from './case.graphql.js';
import { CaseReader } from './case-reader.js';

@Resolver()
export class CaseResolver {
  constructor(
    private readonly desk: CaseDesk,
    private readonly reader: CaseReader,
  ) {}

  @Query(() => Case, { nullable: true, description: 'Absent and forbidden are the same answer.' })
  case(@Asker() asker: Session, @Args('id', { type: () => ID }) id: string): Promise<Case | null> {
    return this.reader.read(asker, id);
  }

  @Query(() => Explanation, { nullable: true, description: 'Why an item is where it is, and what can change it.' })
  explain(
    @Asker() asker: Session,
    @Args('caseId', { type: () => ID }) caseId: string,
    @Args('item', { type: () => ID }) item: string,
  ): Promise<Explanation | null> {
    return this.reader.explain(asker, caseId, item);
  }

  @Mutation(() => CompleteTaskResult)
  completeTask(@Asker() asker: Session, @Args('input') input: CompleteTaskInput): Promise<CompleteTaskResult> {
    return this.desk.complete(asker, input);
  }
}
