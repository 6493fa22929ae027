import { Injectable } from '@nestjs/common';
import { ApplicationFailure } from '@temporalio/common';
import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
  type Client,
} from '@temporalio/client';
import type { Refusal } from '@thuisreis/engine';
import {
  caseWorkflowId,
  EVENTS_SINCE,
  IMPORT_WORKFLOW,
  importWorkflowId,
  REFUSED,
  SUBMIT,
  TASK_QUEUE,
  type Accepted,
  type AcceptedEvent,
  type ImportStart,
  type Submission,
} from '@thuisreis/workflows/messages';
import { Fault } from '../graphql/fault.js';

/** What the workflow said: yes with its new revision, no with reasons, or that there is none any more. */
export type Verdict =
  | { readonly said: 'yes'; readonly accepted: Accepted }
  | { readonly said: 'no'; readonly refusals: readonly Refusal[] }
  | { readonly said: 'ended' };

const GIVE_UP_AFTER = 30_000;
/** UNAVAILABLE, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, UNKNOWN: the server may be restarting. */
const PASSING = new Set([14, 4, 8, 10, 2]);

/** Carries messages to Temporal and sends them again, under the same id, while it is away. */
@Injectable()
export class Courier {
  constructor(private readonly client: Client) {}

  /** Hands a submission to its case; the update's id makes a resend the same update. */
  async submit(corporation: string, id: string, submission: Submission): Promise<Verdict> {
    const handle = this.client.workflow.getHandle(caseWorkflowId(corporation, id));
    const { updateId } = submission;
    try {
      const accepted = await patiently(() =>
        handle.executeUpdate<Accepted, [Submission]>(SUBMIT, { updateId, args: [submission] }),
      );
      return { said: 'yes', accepted };
    } catch (error) {
      return verdictOf(error);
    }
  }

  /** The tail of accepted events after a revision, for a replica that has fallen behind. */
  eventsSince(corporation: string, id: string, revision: number): Promise<AcceptedEvent[]> {
    const handle = this.client.workflow.getHandle(caseWorkflowId(corporation, id));
    return patiently(() => handle.query<AcceptedEvent[], [number]>(EVENTS_SINCE, revision));
  }

  /** Starts an import; one that runs already is the same start sent again. Cases are started by the worker. */
  startImport(start: ImportStart): Promise<void> {
    return this.startOnce(IMPORT_WORKFLOW, importWorkflowId(start.importId), [start]);
  }

  /** Answers whether Temporal serves; for readiness. */
  async isServing(): Promise<boolean> {
    try {
      const within = { deadline: Date.now() + 2_000 };
      await this.client.connection.withDeadline(within.deadline, () => this.client.workflowService.getSystemInfo({}));
      return true;
    } catch {
      return false;
    }
  }

  private async startOnce(type: string, workflowId: string, args: unknown[]): Promise<void> {
    try {
      const options = { workflowId, taskQueue: TASK_QUEUE, args, workflowIdReusePolicy: 'REJECT_DUPLICATE' } as const;
      await patiently(() => this.client.workflow.start(type, options));
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
}

function verdictOf(error: unknown): Verdict {
  if (error instanceof WorkflowNotFoundError) return { said: 'ended' };
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.type === REFUSED)
    return { said: 'no', refusals: (cause.details?.[0] ?? []) as readonly Refusal[] };
  throw error;
}

/** Tries again with growing pauses, 30 s at most: a killed server needs ten seconds to be whole again. */
async function patiently<T>(send: () => Promise<T>): Promise<T> {
  const until = Date.now() + GIVE_UP_AFTER;
  for (let pause = 200; ; pause = Math.min(pause * 2, 3_000)) {
    try {
      return await send();
    } catch (error) {
      if (!isPassing(error)) throw error;
      if (Date.now() + pause > until)
        throw new Fault('notReachable', 'Not reachable now; send it again with the same key');
      await new Promise((wake) => setTimeout(wake, pause));
    }
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return true;
  const grpc = isGrpcServiceError(error) ? error : (error as { cause?: unknown }).cause;
  return isGrpcServiceError(grpc) && PASSING.has(grpc.code);
}
