/** A whole case rests, and its clocks with it, but for those the law or the calendar owns. */
import { type Draft, calendarOf, itemOf, note, own } from './draft.js';
import { type Of, type Refusals, refuse } from './by-people.js';
import * as instant from './instant.js';
import { endOf } from './clocks.js';
import type { Deadline, Moment } from './types.js';

export function suspend(draft: Draft, event: Of<'suspend'>): Refusals {
  if (event.until !== undefined && !instant.isDay(event.until)) return refuse('badValue', 'until');
  draft.state.suspended = {
    since: draft.state.now,
    reason: event.reason,
    ...(event.until === undefined ? {} : { until: event.until }),
  };
  note(draft, 'suspend', undefined, { reason: event.reason });
  return [];
}
/** The moment behind a clock, when it belongs to a timer or a `due`. */
export function momentOf(draft: Draft, clock: string): Moment | undefined {
  const [key = '', name] = clock.split('/');
  const item = draft.plan.byId.get(itemOf(key))?.of;
  return name === 'occur' ? item?.timer : name === 'warn' || name === 'overdue' ? item?.due : undefined;
}
/** One step: what counts by a length moves by the days of rest, what has passed fires, what is latched is looked at. */
export function resume(draft: Draft): Refusals {
  const { suspended, deadlines } = draft.state;
  if (!suspended) return refuse('notEnabled');
  delete draft.state.suspended;
  draft.touchAll();
  for (const [clock, deadline] of Object.entries(deadlines)) {
    if (deadline.fired) continue;
    draft.computed.push(clock);
    if (!deadline.statutory && !clock.endsWith('/maxAge') && momentOf(draft, clock)?.at === undefined)
      move(draft, clock, deadline, suspended.since);
  }
  note(draft, 'resume');
  return [];
}
function move(draft: Draft, clock: string, deadline: Deadline, since: string): void {
  const from = Math.max(instant.millis(since), instant.millis(deadline.start));
  const days = restedDays(draft, from);
  if (days <= 0) return;
  const at = shifted(draft, clock, instant.millis(deadline.at), days);
  draft.edit('deadlines')[clock] = { ...deadline, at: instant.instantOf(at), moved: deadline.moved + days };
  note(draft, 'moved', clock, { days });
}
function restedDays(draft: Draft, from: number): number {
  const scale = draft.state.timeScale ?? 1;
  if (scale !== 1) return Math.floor((draft.nowMs - from) / scale / 86_400_000);
  return instant.daysBetween(instant.dayOf(draft.calendar, from), instant.dayOf(draft.calendar, draft.nowMs));
}
/** Calendar days later at the same time of day; a term that ends at 24:00 still does, a working-day clock on a working day. */
function shifted(draft: Draft, clock: string, at: number, days: number): number {
  const { calendar } = draft;
  const last = instant.dayOf(calendar, at - 1);
  const atEnd = instant.dayStart(calendar, instant.addDays(last, 1)) === at;
  const day = atEnd ? last : instant.dayOf(calendar, at);
  const moved = instant.addDays(day, days);
  const target = momentOf(draft, clock)?.in === 'workingDays' ? instant.nextWorkday(calendar, moved) : moved;
  if (atEnd) return instant.dayStart(calendar, instant.addDays(target, 1));
  return instant.dayStart(calendar, target) + (at - instant.dayStart(calendar, day));
}

/** A new calendar: unfired deadlines from their recorded start plus the days they were moved, statutory ones only later. */
export function recalendar(draft: Draft, event: Of<'recalendar'>): Refusals {
  if (!own(draft.plan.template.calendars, event.calendar)) return refuse('badValue', 'calendar');
  draft.state.calendar = event.calendar;
  draft.calendar = calendarOf(draft.plan.template, event.calendar);
  draft.touchAll();
  for (const [clock, deadline] of Object.entries(draft.state.deadlines))
    if (!deadline.fired) recompute(draft, clock, deadline);
  note(draft, 'recalendar', undefined, { calendar: event.calendar });
  return [];
}
function recompute(draft: Draft, clock: string, deadline: Deadline): void {
  const moment = momentOf(draft, clock);
  const name = clock.split('/')[1];
  if (name === 'warn') return draft.drop('deadlines', clock);
  if (!moment?.after) return;
  const mark = { at: deadline.start, day: instant.dayOf(draft.calendar, instant.millis(deadline.start)) };
  const fresh = endOf(draft, mark, moment.after, moment);
  if (fresh === undefined) return;
  const moved = deadline.moved > 0 ? shifted(draft, clock, fresh, deadline.moved) : fresh;
  const at = deadline.statutory ? Math.max(moved, instant.millis(deadline.at)) : moved;
  if (at === instant.millis(deadline.at)) return;
  draft.edit('deadlines')[clock] = { ...deadline, at: instant.instantOf(at) };
  draft.computed.push(clock);
  note(draft, 'moved', clock, { at: instant.instantOf(at) });
}
