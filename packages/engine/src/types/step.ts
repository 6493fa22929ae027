/** What follows: effects, the timeline, refusals, and the answers to questions about a case. */
import type { Event } from './event.js';
import type { State } from './state.js';
import type { Expression, TemplateName } from './template.js';
import type { Day, Facts, Instant, ItemState, Json } from './value.js';

/** Work for the shell. `key` is `<revision>:<index>`, unique within the case; receivers are idempotent by it. */
export type Effect = { readonly key: string } & (
  | {
      readonly type: 'letter';
      readonly item: string;
      readonly letter: string;
      readonly to: string;
      readonly channel: string;
      readonly proof: string;
    }
  | { readonly type: 'survey'; readonly item: string; readonly open: boolean }
  | {
      readonly type: 'offer';
      readonly item: string;
      readonly partner: string;
      readonly purpose: string;
      readonly ground: string;
      readonly share: readonly string[];
    }
  | { readonly type: 'closeOffer'; readonly item: string; readonly reason: 'revoked' | 'done' | 'ended' }
  | {
      readonly type: 'allocate';
      readonly item: string;
      readonly pool: string;
      readonly needs: Facts;
      readonly period: { readonly from?: Day; readonly until?: Day };
    }
  | { readonly type: 'rebook'; readonly item: string; readonly period: { readonly from?: Day; readonly until?: Day } }
  | { readonly type: 'release'; readonly item: string }
  | { readonly type: 'service'; readonly item: string; readonly connector: string; readonly in: Facts }
  | {
      readonly type: 'escalate';
      readonly escalation: string;
      readonly number: number;
      readonly template: TemplateName;
      readonly in: Facts;
      readonly out: readonly string[];
    }
  | { readonly type: 'mirror'; readonly escalation: string; readonly values: Facts }
  | { readonly type: 'parentEnded' }
  | { readonly type: 'milestone'; readonly milestones: readonly string[] }
  | {
      readonly type: 'result';
      readonly end: 'complete' | 'terminate';
      readonly values: Facts;
      readonly milestones: readonly string[];
    }
  | { readonly type: 'publish'; readonly facts: Facts; readonly milestones: readonly string[]; readonly ended?: true }
  | { readonly type: 'freeze'; readonly tally: string }
  | { readonly type: 'count'; readonly tally: string; readonly holds: boolean }
);

/** One line of the timeline: codes, ids and parameters, never sentences. `code` is a transition of the language or listed here. */
export interface Entry {
  readonly code: string;
  readonly item?: string;
  readonly params?: { readonly [name: string]: Json };
}

export type RefusalCode =
  | 'caseEnded'
  | 'suspended'
  | 'stale'
  | 'early'
  | 'late'
  | 'notEnabled'
  | 'noOccurrenceLeft'
  | 'held'
  | 'notBy'
  | 'badValue'
  | 'heldByEscalation'
  | 'factChanged'
  | 'missingAnswer'
  | 'notSettling';
export interface Refusal {
  readonly code: RefusalCode;
  /** The field, item or clock that is meant. */
  readonly path?: string;
  readonly params?: { readonly [name: string]: Json };
}

export type Step =
  | {
      readonly accepted: true;
      readonly state: State;
      readonly effects: readonly Effect[];
      readonly log: readonly Entry[];
    }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };

/** A kind of event that `step` would accept now; `values` is free within the form. */
export interface Possible {
  readonly type: Event['type'];
  readonly item?: string;
  readonly field?: string;
  readonly clock?: string;
  readonly escalation?: string;
  readonly form?: string;
  readonly outcomes?: readonly string[];
  readonly reports?: readonly string[];
}
/** "Als u dit kiest, gebeurt …" */
export type Consequences =
  | {
      readonly accepted: true;
      readonly starts: readonly string[];
      readonly ends: readonly string[];
      readonly effects: readonly Effect[];
      readonly log: readonly Entry[];
      readonly caseEnds: boolean;
    }
  | { readonly accepted: false; readonly refusals: readonly Refusal[] };
export interface Criterion {
  readonly sentry: number;
  readonly criterion: 'event' | 'condition' | 'hold' | 'stage' | 'manual';
  /** The event's name or the expression. */
  readonly subject: string | Expression;
  readonly value: boolean | 'unknown';
  /** What can change it: facts, events, roles. */
  readonly changedBy: readonly string[];
}
export interface Reasons {
  readonly item: string;
  readonly state: ItemState | 'absent';
  readonly criteria: readonly Criterion[];
}
/** An accepted event as the journal keeps it. */
export interface JournalEntry {
  readonly event: Event;
  readonly now: Instant;
}
