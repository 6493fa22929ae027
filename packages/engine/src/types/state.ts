/** The state of one case; plain JSON, and all there is to know about it. */
import type { TemplateName } from './template.js';
import type { Day, Facts, Instant, ItemState, Json } from './value.js';

export interface Deadline {
  readonly start: Instant;
  readonly at: Instant;
  readonly moved: number;
  readonly fired?: true;
  /** A statutory clock also fires while the case is suspended, and never moves with it. */
  readonly statutory?: true;
}
export interface State {
  readonly template: TemplateName;
  /** Version of the semantics: old cases keep old meaning. */
  readonly engine: number;
  /** +1 per accepted event; orders the replica. 0 after `begin`. */
  readonly revision: number;
  /** Occurrences of a repeated item are `talk`, `talk#2`, `talk#3`. */
  readonly items: { readonly [item: string]: ItemState };
  /** An absent key is unknown, never false. */
  readonly facts: Facts;
  readonly outcomes: { readonly [item: string]: string };
  readonly happened: { readonly [event: string]: Instant };
  readonly now: Instant;
  readonly ended?: Instant;
  /** Real seconds that stand for one process second; in demo and tests only. */
  readonly timeScale?: number;
  readonly count: { readonly [item: string]: number };
  readonly date: { readonly [item: string]: Day };
  /** Opaque member ids, for `notBy`. */
  readonly doneBy: { readonly [item: string]: string };
  readonly escalations: {
    readonly [id: string]: {
      readonly open: boolean;
      readonly started: number;
      readonly exhausted?: true;
      readonly milestones: readonly string[];
    };
  };
  readonly sources: { readonly [source: string]: number };
  readonly tallies: { readonly [tally: string]: boolean };
  /** The state before the last human step, for undo; never nested. */
  readonly before?: Json;
  readonly latches: { readonly [sentryPart: string]: true };
  readonly armed: { readonly [edge: string]: true };
  readonly since: { readonly [item: string]: { readonly at: Instant; readonly day: Day } };
  readonly base: { readonly [item: string]: number };
  readonly waiting: { readonly [item: string]: 'entryFired' | 'offered' | 'reserved' | 'otherwise' };
  readonly deadlines: { readonly [clock: string]: Deadline };
  readonly calendar: string;
  readonly suspended?: { readonly since: Instant; readonly reason: string; readonly until?: Day };
  /** In an escalation: the fields that its parent's `out` names, the only ones its result carries. */
  readonly reports?: readonly string[];
}
