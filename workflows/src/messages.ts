/**
 * What processes say to the workflows, by name and shape. Nothing here touches Temporal's sandbox, so the API may import it.
 */
import type { Effect, Event, Facts, Instant, Origin, PastEvent, State, TemplateName } from '@thuisreis/engine';

export const TASK_QUEUE = 'thuisreis';
export const CASE_WORKFLOW = 'caseWorkflow';
export const IMPORT_WORKFLOW = 'importWorkflow';
/** Update `(Submission) → Accepted`; a refusal is an ApplicationFailure of type `REFUSED` with `[Refusal[]]` as details. */
export const SUBMIT = 'submitUpdate';
/** Signal `(SignalledEvent)`: what another case, a tally or an outside effect reports. Applying it twice is applying it once. */
export const SIGNAL = 'signalEvent';
/** Signal without arguments: a person has repaired the row of a parked case. */
export const UNPARK = 'unpark';
/** Query `(revision) → AcceptedEvent[]`: the tail after a revision, for a replica that has fallen behind. */
export const EVENTS_SINCE = 'eventsSince';
/** Query `() → Standing`, for `doctor --reconcile` and support. */
export const STATE = 'stateQuery';
/** Query of an import `() → ImportProgress`. */
export const PROGRESS = 'importProgress';
export const REFUSED = 'refused';

/** Both names are opaque ids: update and workflow ids stand unencrypted in Temporal. */
export const caseWorkflowId = (corporation: string, id: string): string => `case/${corporation}/${id}`;
export const importWorkflowId = (id: string): string => `import/${id}`;

/** Who acted, as opaque ids; absent for timers and signals. */
export interface ActorName {
  readonly member: string;
  readonly corporation: string;
}
export interface Submission {
  /** The UUID derived from corporation and key; also given to Temporal as the update's id. */
  readonly updateId: string;
  readonly actor: ActorName;
  readonly event: Event;
}
export interface Accepted {
  readonly revision: number;
  readonly now: Instant;
  readonly hash: string;
}
/** One accepted event, as the replica applies it. */
export interface AcceptedEvent extends Accepted {
  readonly updateId?: string;
  readonly actor?: ActorName;
  readonly event: Event;
}
export interface SignalledEvent {
  readonly event: Event;
  /** Names the cause (`<case>:<revision>:<index>`), so that a resent signal counts once. */
  readonly cause: string;
}
export interface Standing {
  readonly revision: number;
  readonly hash: string;
}
/** An outside effect that has not reported yet; it travels over continue-as-new and starts again under the same id. */
export interface PendingEffect {
  readonly effect: Effect;
  readonly since: Instant;
}
/** What one run hands to the next. */
export interface Carried {
  readonly state: State;
  readonly tail: readonly AcceptedEvent[];
  /** The last 256 update ids and signal causes with their answer, oldest first. */
  readonly answers: readonly (readonly [string, Accepted])[];
  readonly effects: readonly PendingEffect[];
  /** The replica refused this case (its hash differs): the tail is kept and no more projected. */
  readonly parked?: true;
}
/** Everything `begin` needs, stored before the start so that a retry starts the very same case. */
export interface CaseStart {
  readonly corporation: string;
  readonly case: string;
  readonly template: TemplateName;
  readonly facts: Facts;
  readonly history: readonly PastEvent[];
  readonly now: Instant;
  readonly origin: Origin;
  readonly carried?: Carried;
}
/** Stands for a compiled template on the wire: the codec expands it before the sandbox sees it. */
export interface TemplateClaim {
  readonly dsl: 'thuisreis/1';
  readonly hash: string;
}
/** The arguments of `caseWorkflow`: the template by its hash, as a payload of its own, and the start. */
export function caseArguments(start: CaseStart): [TemplateClaim, CaseStart] {
  return [{ dsl: 'thuisreis/1', hash: start.template.hash }, start];
}

const AFTER_END: ReadonlySet<Event['type']> = new Set(['withdraw', 'correct', 'undo', 'result']);
/** Events that a case hears after its end; for them a run begins again from the stored state. */
export const isHeardAfterEnd = (event: Event): boolean => AFTER_END.has(event.type);

/** The start of a run that goes on where the last one ended: as after a renewal, with nothing left to report. */
export function startAgain(corporation: string, id: string, state: State): CaseStart {
  const carried = { state, tail: [], answers: [], effects: [] };
  const origin = { calendar: state.calendar };
  return { corporation, case: id, template: state.template, facts: {}, history: [], now: state.now, origin, carried };
}

export interface ImportStart {
  readonly importId: string;
  readonly corporation: string;
}
export interface ImportProgress {
  readonly stage: 'writing' | 'starting' | 'done';
  readonly households: number;
  readonly started: number;
}
