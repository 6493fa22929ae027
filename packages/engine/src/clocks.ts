/** Clocks: when each falls due, and which of them has. Names are `<occurrence>/<clock>`. */
import { evaluate } from './condition.js';
import { type Draft, type Mark, currentNames, stateOf, usedOf } from './draft.js';
import * as instant from './instant.js';
import type { Names } from './names.js';
import type { Node } from './plan.js';
import { answered } from './total.js';
import type { Deadline, Due, Instant, Length, Moment, State } from './types.js';

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
  const deadline = { start, at: instant.instantOf(ms), moved: 0 };
  draft.edit('deadlines')[clock] = statutory ? { ...deadline, statutory: true } : deadline;
  draft.computed.push(clock);
}
/** A plain clock of a length, from a mark. */
export function runClock(draft: Draft, clock: string, length: Length | undefined, mark: Mark): void {
  const ms = length && endOf(draft, mark, length);
  if (ms !== undefined) setClock(draft, clock, startOf(draft, mark), ms);
}
export function stopClocks(draft: Draft, node: Node, { clocks }: Names): void {
  for (const clock of node.clocks) draft.drop('deadlines', clocks[clock]);
}

/** Clocks that read facts or wait for an event are looked at after every change. */
export function refreshClocks(draft: Draft): void {
  for (const node of draft.plan.clocked) {
    if (!draft.isTouched(node)) continue;
    const { timer, due } = node.of;
    if (timer && stateOf(draft, node) === 'available') refreshTimer(draft, node, timer);
    if (due && dueRuns(draft, node, due)) refreshDue(draft, node, due);
  }
}
/** A `due` with `from` also runs while its item still waits: that is how waiting for another's event ends. */
function dueRuns(draft: Draft, node: Node, due: Due): boolean {
  const state = stateOf(draft, node);
  if (state === 'active' || state === 'failed') return true;
  return (state === 'available' || state === 'enabled') && (node.kind === 'milestone' || due.from !== undefined);
}
function markOf(draft: Draft, node: Node, moment: Moment): Mark | undefined {
  const own = draft.state.since[currentNames(draft, node).key];
  if (moment.from === undefined || (node.kind === 'timer' && usedOf(draft, node) > 1)) return own;
  return draft.state.since[moment.from];
}
function refreshTimer(draft: Draft, node: Node, moment: Moment): void {
  const { key, clocks } = currentNames(draft, node);
  if (draft.state.since[key]) refreshMoment(draft, node, moment, clocks.occur, false);
}
function refreshDue(draft: Draft, node: Node, due: Due): void {
  const { clocks } = currentNames(draft, node);
  refreshMoment(draft, node, due, clocks.overdue, true);
  if (due.warn) refreshWarn(draft, due, due.warn, clocks);
}
function refreshWarn(draft: Draft, due: Due, length: Length, clocks: Names['clocks']): void {
  const { [clocks.overdue]: overdue, [clocks.warn]: warn } = draft.state.deadlines;
  if (!overdue) return void (warn?.fired || draft.drop('deadlines', clocks.warn));
  if (warn?.fired || (warn && due.at === undefined)) return;
  const ms = warnAt(draft, due, length, instant.millis(overdue.at));
  if (ms !== undefined && warn?.at !== instant.instantOf(ms))
    setClock(draft, clocks.warn, overdue.start, ms, due.statutory);
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
function refreshMoment(draft: Draft, node: Node, moment: Moment, clock: string, atEnd: boolean): void {
  const present = draft.state.deadlines[clock];
  if (moment.at === undefined) {
    const mark = present ? undefined : markOf(draft, node, moment);
    const ms = mark && moment.after && endOf(draft, mark, moment.after, moment);
    if (mark && ms !== undefined) setClock(draft, clock, startOf(draft, mark), ms, moment.statutory);
    return;
  }
  if (present?.fired) return;
  const day = evaluate(moment.at, draft);
  if (!instant.isDay(day)) return draft.drop('deadlines', clock);
  const ms = instant.dayStart(draft.calendar, atEnd ? instant.addDays(day, 1) : day);
  if (present?.at !== instant.instantOf(ms)) setClock(draft, clock, draft.state.now, ms, moment.statutory);
}
