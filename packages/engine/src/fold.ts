import { begin, emptyState } from './begin.js';
import { instantOf, millis } from './instant.js';
import { step } from './step.js';
import type { Facts, Instant, JournalEntry, Origin, PastEvent, State, Template } from './types.js';

/** What `begin` was given; the first line of every journal. */
export interface Start {
  readonly facts: Facts;
  readonly history: readonly PastEvent[];
  readonly now: Instant;
  readonly origin: Origin;
}
const NOWHERE: Origin = { calendar: '' };
/** The journal gives the state back. A refused entry changes nothing, as when it first came. */
export function fold(template: Template, start: Start, entries: readonly JournalEntry[]): State {
  const first = begin(template, start.facts, start.history, start.now, start.origin);
  let state = first.accepted ? first.state : emptyState(template, instantOf(millis(start.now)), NOWHERE);
  for (const { event, now } of entries) {
    const next = step(template, state, event, now);
    if (next.accepted) state = next.state;
  }
  return state;
}
