/** What the worker itself says to Temporal: submissions, starts, signals. */
import {
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from '@temporalio/client';
import {
  ApplicationFailure,
  defineSearchAttributeKey,
  SearchAttributeType,
  TypedSearchAttributes,
  type Workflow,
} from '@temporalio/common';
import type { Refusal } from '@thuisreis/engine';
import * as messages from '@thuisreis/workflows/messages';
import type { Accepted, AcceptedEvent, CaseStart, SignalledEvent, Submission } from '@thuisreis/workflows/messages';
import type { Verdict } from './sweeper.js';

const CORPORATION = defineSearchAttributeKey('CorporationId', SearchAttributeType.KEYWORD);
const TEMPLATE = defineSearchAttributeKey('TemplateName', SearchAttributeType.KEYWORD);

export class TemporalPost {
  constructor(private readonly client: Client) {}

  /** The update id makes a resend the same update. */
  async submit(corporation: string, id: string, submission: Submission): Promise<Verdict> {
    const handle = this.client.workflow.getHandle(messages.caseWorkflowId(corporation, id));
    const options = { updateId: submission.updateId, args: [submission] as [Submission] };
    try {
      return { said: 'yes', accepted: await handle.executeUpdate<Accepted, [Submission]>(messages.SUBMIT, options) };
    } catch (error) {
      return verdictOf(error);
    }
  }

  /** An ended case has no workflow: a run begins again from the stored state, together with the one event it is for. */
  async submitAgain(start: CaseStart, submission: Submission): Promise<Verdict> {
    const startWorkflowOperation = new WithStartWorkflowOperation(messages.CASE_WORKFLOW, {
      ...optionsOf(start),
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    const { updateId } = submission;
    const options = { updateId, args: [submission] as [Submission], startWorkflowOperation };
    try {
      const accepted = await this.client.workflow.executeUpdateWithStart<Workflow, Accepted, [Submission]>(
        messages.SUBMIT,
        options,
      );
      return { said: 'yes', accepted };
    } catch (error) {
      return verdictOf(error);
    }
  }

  /** What a case accepted after a revision and the database may lack. */
  eventsSince(corporation: string, id: string, revision: number): Promise<AcceptedEvent[]> {
    const handle = this.client.workflow.getHandle(messages.caseWorkflowId(corporation, id));
    return handle.query<AcceptedEvent[], [number]>(messages.EVENTS_SINCE, revision);
  }

  /** Starts a case once; one that was started before is the same start sent again. */
  async start(start: CaseStart): Promise<void> {
    try {
      await this.client.workflow.start(messages.CASE_WORKFLOW, {
        ...optionsOf(start),
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }

  /** Tells a parked case that its row has been repaired. */
  async unpark(corporation: string, id: string): Promise<void> {
    await this.client.workflow.getHandle(messages.caseWorkflowId(corporation, id)).signal(messages.UNPARK);
  }

  /** Signals another case; one that has ended counts as told. */
  async signal(corporation: string, id: string, signalled: SignalledEvent): Promise<void> {
    const handle = this.client.workflow.getHandle(messages.caseWorkflowId(corporation, id));
    try {
      await handle.signal<[SignalledEvent]>(messages.SIGNAL, signalled);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}

/** What every start of a case says; the search attributes are opaque and set once. */
const optionsOf = (start: CaseStart) => ({
  workflowId: messages.caseWorkflowId(start.corporation, start.case),
  taskQueue: messages.TASK_QUEUE,
  args: messages.caseArguments(start),
  typedSearchAttributes: new TypedSearchAttributes([
    { key: CORPORATION, value: start.corporation },
    { key: TEMPLATE, value: start.template.name },
  ]),
});

function verdictOf(error: unknown): Verdict {
  if (error instanceof WorkflowNotFoundError) return { said: 'ended' };
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.type === messages.REFUSED)
    return { said: 'no', refusals: (cause.details?.[0] ?? []) as readonly Refusal[] };
  throw error;
}
