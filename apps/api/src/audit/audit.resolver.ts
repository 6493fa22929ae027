import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { AuditPage } from './audit.graphql.js';
import { AuditReader } from './audit-reader.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly reader: AuditReader) {}

  @Query(() => AuditPage)
  audit(
    @Asker() asker: Session,
    @Args('household', { type: () => ID, nullable: true }) household: string | null,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<AuditPage> {
    return this.reader.page(asker, { household, first, after });
  }
}
