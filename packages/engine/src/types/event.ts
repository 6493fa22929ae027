/** What can happen to a case, and what it is born with. */
import type { TemplateName } from './template.js';
import type { Day, Facts, Values } from './value.js';

/** `by` is the opaque id of the member who acted; `happenedOn` the day it happened on, default the day of the step. */
interface ByPerson {
  readonly by: string;
  /** Roles of the corporation that the person fills; checked for `skip`. */
  readonly roles?: readonly string[];
}
interface Reported {
  readonly happenedOn?: Day;
  readonly fault?: true;
}
export type Event =
  | ({
      readonly type: 'submit';
      readonly item: string;
      readonly values: Values;
      readonly seen?: Values;
      readonly outcome?: string;
      readonly happenedOn?: Day;
    } & ByPerson)
  | ({ readonly type: 'start'; readonly item: string; readonly values?: Values; readonly happenedOn?: Day } & ByPerson)
  | ({ readonly type: 'skip'; readonly item: string; readonly code: string } & ByPerson)
  | ({ readonly type: 'retry'; readonly item: string } & ByPerson)
  | ({ readonly type: 'withdraw'; readonly field: string } & ByPerson)
  | ({ readonly type: 'correct'; readonly values: Values; readonly reason: string } & ByPerson)
  | ({ readonly type: 'reopen'; readonly item: string; readonly code?: string } & ByPerson)
  | ({ readonly type: 'undo' } & ByPerson)
  | ({ readonly type: 'suspend'; readonly reason: string; readonly until?: Day } & ByPerson)
  | ({ readonly type: 'resume' } & ByPerson)
  | { readonly type: 'recalendar'; readonly calendar: string }
  | { readonly type: 'migrate'; readonly template: TemplateName }
  | { readonly type: 'timer'; readonly clock: string }
  | ({ readonly type: 'letter'; readonly item: string; readonly report: 'sent' | 'delivered' | 'returned' } & Reported)
  | ({
      readonly type: 'survey';
      readonly item: string;
      readonly report: 'answered' | 'refused' | 'notReached';
    } & Reported)
  | ({
      readonly type: 'partner';
      readonly item: string;
      readonly report: 'accept' | 'plan' | 'decline' | 'done';
      readonly code?: string;
      readonly outcome?: string;
      readonly values?: Values;
    } & Reported)
  | ({
      readonly type: 'allocation';
      readonly item: string;
      readonly report: 'reserved' | 'confirmed' | 'unavailable' | 'lapsed' | 'conflict';
      readonly dwelling?: string;
    } & Reported)
  | ({
      readonly type: 'service';
      readonly item: string;
      readonly outcome?: string;
      readonly values?: Values;
    } & Reported)
  | {
      readonly type: 'project';
      readonly source: string;
      readonly revision: number;
      readonly facts: Facts;
      readonly milestones: readonly string[];
      readonly ended?: true;
    }
  | { readonly type: 'tally'; readonly tally: string; readonly count: number; readonly number: number }
  | { readonly type: 'mirror'; readonly source: string; readonly revision: number; readonly values: Facts }
  | {
      readonly type: 'milestone';
      readonly escalation: string;
      readonly source: string;
      readonly revision: number;
      readonly milestones: readonly string[];
    }
  | {
      readonly type: 'result';
      readonly escalation: string;
      readonly source: string;
      readonly revision: number;
      readonly end: 'complete' | 'terminate';
      readonly values: Facts;
      readonly milestones: readonly string[];
      readonly happenedOn?: Day;
    }
  | { readonly type: 'parentEnded'; readonly source: string; readonly revision: number };

/** A dated event of a case that is taken over; its effects are never sent. */
export interface PastEvent {
  readonly event: Event;
  readonly on: Day;
}
/** What a case is born with besides facts. */
export interface Origin {
  readonly calendar: string;
  /** For an escalation: `out` of the effect that starts it. */
  readonly reports?: readonly string[];
  readonly timeScale?: number;
  /** What the project has published: revision, fields, and milestones that have happened. */
  readonly project?: {
    readonly source: string;
    readonly revision: number;
    readonly facts: Facts;
    readonly milestones: readonly string[];
    readonly ended?: true;
  };
}
