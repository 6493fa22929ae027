/** Clocks: when each falls due, and which of them has. Names are `<occurrence>/<clock>`. */
import { evaluate } from './condition.js';
import { type Draft, currentKey, stateOf, usedOf } from './draft.js';
import * as instant from './instant.js';
import { answered } from './total.js';
import type { Day, Deadline, Due, Instant, Item, Length, Moment, State } from './types.js';

export interface Mark {
  readonly at: Instant;
  readonly day: Day;
}
export const CLOCKS = ['warn', 'overdue', 'occur', 'every', 'hold', 'window', 'acknowledge', 'resolve'] as const;

/** The real instant at which a deadline falls, in milliseconds: `timeScale` real seconds stand for one process second. */
export function fallsAt(state: State, deadline: Deadline): number {
  const start = instant.millis(deadline.start);
  return start + (instant.millis(deadline.at) - start) * (state.timeScale ?? 1);
}
/** The earliest clock that still runs, at its real instant; while suspended only those that may fire then. */
export function nextDeadline(state: State): { readonly clock: string; readonly at: Instant } | undefined {
  return answered(() => earliest(state), undefined);
}
function earliest(state: State): { readonly clock: string; readonly at: Instant } | undefined {
  let found: { clock: string; ms: number } | undefined;
  for (const [clock, deadline] of Object.entries(state.deadlines)) {
    if (deadline.fired || (state.suspended && !deadline.statutory && !clock.endsWith('/maxAge'))) continue;
    const ms = fallsAt(state, deadline);
    if (!found || ms < found.ms || (ms === found.ms && clock < found.clock)) found = { clock, ms };
  }
  return found && { clock: found.clock, at: instant.instantOf(found.ms) };
}

/** A length as ISO text; `workdays` tells that it counts working days whatever the moment says. */
export function lengthIso(
  draft: Draft,
  length: Length,
): { readonly iso: string; readonly workdays: boolean } | undefined {
  if ('iso' in length) return { iso: length.iso, workdays: false };
  const workdays = 'workdays' in length;
  const value = evaluate(workdays ? length.workdays : 'days' in length ? length.days : length.expression, draft);
  if (typeof value === 'number') return { iso: `P${Math.max(0, Math.trunc(value))}D`, workdays };
  if (typeof value === 'object' && value !== null)
    return fromSum(value as { readonly days?: number; readonly workdays?: number });
  return typeof value === 'string' ? { iso: value, workdays } : undefined;
}
function fromSum({ days, workdays }: { readonly days?: number; readonly workdays?: number }) {
  return { iso: `P${Math.max(0, Math.trunc(days ?? workdays ?? 0))}D`, workdays: workdays !== undefined };
}

/** End of a length from a mark: hour terms are exact, day terms end at 24:00 of their last day. */
export function endOf(draft: Draft, mark: Mark, length: Length, moment: Moment = {}): number | undefined {
  const read = lengthIso(draft, length);
  const term = read && instant.readTerm(read.iso);
  if (!read || !term) return undefined;
  if (term.hours > 0) return instant.millis(mark.at) + term.hours;
  const { calendar } = draft;
  const working = read.workdays || moment.in === 'workingDays';
  const counted = working
    ? instant.addWorkdays(calendar, mark.day, term.days)
    : instant.addDays(instant.addMonths(mark.day, term.months), term.days);
  const last =
    moment.statutory && instant.isExtended(read.iso, term) ? instant.extendStatutory(calendar, counted) : counted;
  return instant.dayStart(calendar, instant.addDays(last, 1));
}
/** The start a deadline records: the instant itself, or noon of another day when it happened on that. */
export function startOf(draft: Draft, mark: Mark): Instant {
  const same = instant.dayOf(draft.calendar, instant.millis(mark.at)) === mark.day;
  return same ? mark.at : instant.instantOf(instant.dayStart(draft.calendar, mark.day) + 43_200_000);
}
export function setClock(draft: Draft, clock: string, start: Instant, ms: number, statutory = false): void {
  draft.state.deadlines[clock] = {
    start,
    at: instant.instantOf(ms),
    moved: 0,
    ...(statutory ? { statutory: true as const } : {}),
  };
  draft.computed.add(clock);
}
/** A plain clock of a length, from a mark. */
export function runClock(draft: Draft, clock: string, length: Length | undefined, mark: Mark): void {
  const ms = length && endOf(draft, mark, length);
  if (ms !== undefined) setClock(draft, clock, startOf(draft, mark), ms);
}
export function stopClocks(draft: Draft, key: string): void {
  const { deadlines } = draft.state;
  for (const clock in deadlines) if (clock.slice(0, clock.indexOf('/')) === key) delete deadlines[clock];
}

/** Clocks that read facts or wait for an event are looked at after every change. */
export function refreshClocks(draft: Draft): void {
  for (const item of draft.plan.clocked) {
    if (item.timer && stateOf(draft, item.id) === 'available') refreshTimer(draft, item, item.timer);
    if (item.due && dueRuns(draft, item, item.due)) refreshDue(draft, item, item.due);
  }
}
/** A `due` with `from` also runs while its item still waits: that is how waiting for another's event ends. */
function dueRuns(draft: Draft, item: Item, due: Due): boolean {
  const state = stateOf(draft, item.id);
  if (state === 'active' || state === 'failed') return true;
  return (state === 'available' || state === 'enabled') && (item.kind === 'milestone' || due.from !== undefined);
}
function markOf(draft: Draft, item: Item, moment: Moment): Mark | undefined {
  const own = draft.state.since[currentKey(draft, item.id)];
  if (moment.from === undefined || (item.kind === 'timer' && usedOf(draft, item.id) > 1)) return own;
  return draft.state.since[moment.from];
}
function refreshTimer(draft: Draft, item: Item, moment: Moment): void {
  const key = currentKey(draft, item.id);
  if (draft.state.since[key]) refreshMoment(draft, item, moment, `${key}/occur`, false);
}
function refreshDue(draft: Draft, item: Item, due: Due): void {
  const key = currentKey(draft, item.id);
  refreshMoment(draft, item, due, `${key}/overdue`, true);
  const overdue = draft.state.deadlines[`${key}/overdue`];
  if (!due.warn) return;
  const clock = `${key}/warn`;
  const warn = draft.state.deadlines[clock];
  if (!overdue) return void (warn?.fired || delete draft.state.deadlines[clock]);
  if (warn?.fired || (warn && due.at === undefined)) return;
  const ms = warnAt(draft, due, due.warn, instant.millis(overdue.at));
  if (ms !== undefined && warn?.at !== instant.instantOf(ms)) setClock(draft, clock, overdue.start, ms, due.statutory);
}
function warnAt(draft: Draft, due: Due, warn: Length, overdue: number): number | undefined {
  const read = lengthIso(draft, warn);
  const term = read && instant.readTerm(read.iso);
  if (!read || !term) return undefined;
  if (term.hours > 0) return overdue - term.hours;
  const last = instant.dayOf(draft.calendar, overdue - 1);
  const working = read.workdays || due.in === 'workingDays';
  const day = working
    ? instant.addWorkdays(draft.calendar, last, -term.days)
    : instant.addDays(instant.addMonths(last, -term.months), -term.days);
  return instant.dayStart(draft.calendar, instant.addDays(day, 1));
}
/** `after` is fixed once known; `at` follows its facts until it fired. */
function refreshMoment(draft: Draft, item: Item, moment: Moment, clock: string, atEnd: boolean): void {
  const present = draft.state.deadlines[clock];
  if (moment.at === undefined) {
    const mark = present ? undefined : markOf(draft, item, moment);
    const ms = mark && moment.after && endOf(draft, mark, moment.after, moment);
    if (mark && ms !== undefined) setClock(draft, clock, startOf(draft, mark), ms, moment.statutory);
    return;
  }
  if (present?.fired) return;
  const day = evaluate(moment.at, draft);
  if (!instant.isDay(day)) return void delete draft.state.deadlines[clock];
  const ms = instant.dayStart(draft.calendar, atEnd ? instant.addDays(day, 1) : day);
  if (present?.at !== instant.instantOf(ms)) setClock(draft, clock, draft.state.now, ms, moment.statutory);
}
