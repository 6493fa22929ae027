/** One case inside its workflow: its state, what has been accepted since the database followed, and the answers given. */
import { hashState, step, type Effect, type Event, type Refusal, type State, type Template } from '@thuisreis/engine';
import type { Accepted, AcceptedEvent, ActorName, Carried } from './messages.js';

const ANSWERS_KEPT = 256;
export type Outcome = { readonly accepted: Accepted } | { readonly refusals: readonly Refusal[] };
export interface Cause {
  readonly updateId?: string;
  readonly actor?: ActorName;
}

/** Keeps the state of a case; `onStep` hears of every accepted event and its effects, in order. */
export class Journey {
  state: State;
  tail: AcceptedEvent[];
  /** Steps of this run; a run is renewed long before its history is full. */
  steps = 0;
  onStep: (entry: AcceptedEvent, effects: readonly Effect[], before: State) => void = () => undefined;
  private readonly answers: Map<string, Accepted>;

  constructor(
    private readonly template: Template,
    carried: Pick<Carried, 'state' | 'tail' | 'answers'>,
  ) {
    this.state = carried.state;
    this.tail = [...carried.tail];
    this.answers = new Map(carried.answers);
  }

  /** What `apply` would refuse now. Changes nothing, so it may run where history may not be touched. */
  refusals(event: Event): readonly Refusal[] {
    const result = step(this.template, this.state, event, present());
    return result.accepted ? [] : result.refusals;
  }

  /** The first answer to this id, if it was given within the last 256. */
  answered(id: string): Accepted | undefined {
    return this.answers.get(id);
  }

  /** Keeps an answer for whoever asks again with the same id. */
  remember(id: string, answer: Accepted): void {
    this.answers.set(id, answer);
    const oldest = this.answers.keys().next().value;
    if (this.answers.size > ANSWERS_KEPT && oldest !== undefined) this.answers.delete(oldest);
  }

  /** Takes one event in, or refuses it without a trace. Synchronous on purpose. */
  apply(event: Event, cause: Cause = {}): Outcome {
    const now = present();
    const before = this.state;
    const result = step(this.template, before, event, now);
    if (!result.accepted) return { refusals: result.refusals };
    this.state = result.state;
    this.steps += 1;
    const accepted = { revision: result.state.revision, now, hash: hashState(result.state) };
    const entry = { ...accepted, ...cause, event };
    this.tail.push(entry);
    this.onStep(entry, result.effects, before);
    return { accepted };
  }

  /** The database has everything up to and including this revision. */
  cut(revision: number): void {
    this.tail = this.tail.filter((entry) => entry.revision > revision);
  }

  /** For the next run. */
  carry(): Pick<Carried, 'state' | 'tail' | 'answers'> {
    return { state: this.state, tail: this.tail, answers: [...this.answers] };
  }
}

/** The workflow's own deterministic clock. */
export function present(): string {
  return new Date().toISOString();
}
