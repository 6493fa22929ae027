import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import { Scope, TaskPage } from './worklist.graphql.js';
import { WorklistReader } from './worklist-reader.js';

@Resolver()
export class WorklistResolver {
  constructor(private readonly reader: WorklistReader) {}

  @Query(() => TaskPage)
  worklist(
    @Asker() asker: Session,
    @Args('scope', { type: () => Scope, defaultValue: Scope.MINE }) scope: Scope,
    @Args('project', { type: () => String, nullable: true }) project: string | null,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<TaskPage> {
    return this.reader.page(asker, { scope, project, first, after });
  }
}
