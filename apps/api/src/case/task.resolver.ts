import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Asker } from '../session/asker.js';
import type { Session } from '../session/session.js';
import {
  AssignTaskInput,
  AssignTaskResult,
  ClaimTaskInput,
  ClaimTaskResult,
  ReleaseTaskInput,
  ReleaseTaskResult,
  SnoozeTaskInput,
  SnoozeTaskResult,
} from './case.graphql.js';
import { TaskDesk } from './task-desk.js';

/** Who does a task and when it is looked at again: it means nothing to the process. */
@Resolver()
export class TaskResolver {
  constructor(private readonly desk: TaskDesk) {}

  @Mutation(() => ClaimTaskResult)
  claimTask(@Asker() asker: Session, @Args('input') input: ClaimTaskInput): Promise<ClaimTaskResult> {
    return this.desk.claim(asker, input);
  }

  @Mutation(() => ReleaseTaskResult)
  releaseTask(@Asker() asker: Session, @Args('input') input: ReleaseTaskInput): Promise<ReleaseTaskResult> {
    return this.desk.release(asker, input);
  }

  @Mutation(() => AssignTaskResult)
  assignTask(@Asker() asker: Session, @Args('input') input: AssignTaskInput): Promise<AssignTaskResult> {
    return this.desk.assign(asker, input);
  }

  @Mutation(() => SnoozeTaskResult)
  snoozeTask(@Asker() asker: Session, @Args('input') input: SnoozeTaskInput): Promise<SnoozeTaskResult> {
    return this.desk.snooze(asker, input);
  }
}
