/** Calendar sums: the only file of the core that may touch `Date`, and only for arithmetic on instants handed in. */
import type { Calendar, Day, Instant } from './types.js';

const DAY = 86_400_000;
/** A length of time, read from ISO 8601. `hours` is in milliseconds and never mixed with days. */
export interface Term {
  readonly months: number;
  readonly days: number;
  readonly hours: number;
}
const ISO = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Milliseconds since 1970 of an instant; NaN when it is none. */
export const millis = (instant: Instant): number => (typeof instant === 'string' ? Date.parse(instant) : NaN);
/** Instant of so many milliseconds; sums outside what a date can hold stop at its edge, and no number is 1970. */
export const instantOf = (ms: number): Instant =>
  new Date(Math.max(-8.64e15, Math.min(8.64e15, ms)) || 0).toISOString();

/** Undefined when the text is no length. */
export function readTerm(iso: string): Term | undefined {
  const found = ISO.exec(iso);
  if (!found) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  const total = (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
  return { months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0), hours: total * 1000 };
}

function offsetAt(calendar: Calendar, ms: number): number {
  let minutes = calendar.offsets[0]?.minutes ?? 0;
  for (const offset of calendar.offsets) {
    if (millis(offset.from) > ms) break;
    minutes = offset.minutes;
  }
  return minutes * 60_000;
}

/** The day it is at that instant in the calendar's zone. */
export function dayOf(calendar: Calendar, ms: number): Day {
  return instantOf(ms + offsetAt(calendar, ms)).slice(0, 10);
}
/** 00:00 of a day in the calendar's zone, in milliseconds. */
export function dayStart(calendar: Calendar, day: Day): number {
  const local = Date.parse(`${day}T00:00:00.000Z`);
  const guess = local - offsetAt(calendar, local);
  return local - offsetAt(calendar, guess);
}
/** True for a day that exists, written `yyyy-mm-dd`. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && instantOf(ms).slice(0, 10) === text;
}
const number = (day: Day): number => Math.round(Date.parse(`${day}T00:00:00.000Z`) / DAY);
export const addDays = (day: Day, days: number): Day => instantOf((number(day) + Math.trunc(days)) * DAY).slice(0, 10);
/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => number(to) - number(from);
/** 1 = Monday. */
export const weekday = (day: Day): number => ((((number(day) + 3) % 7) + 7) % 7) + 1;

/** A month without that day ends on its last day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return instantOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).slice(0, 10);
}

export function isWorkday(calendar: Calendar, day: Day): boolean {
  if (!calendar.workingDays.includes(weekday(day))) return false;
  return !calendar.holidays.includes(day) && !calendar.closed.includes(day);
}
/** The day so many working days on (or back); the first day does not count. A calendar that never works counts calendar days. */
export function addWorkdays(calendar: Calendar, day: Day, count: number): Day {
  const whole = Math.trunc(count);
  if (!calendar.workingDays.length) return addDays(day, whole);
  const direction = whole < 0 ? -1 : 1;
  let left = Math.min(Math.abs(whole), 10_000);
  let at = day;
  for (let guard = 0; left > 0 && guard < 100_000; guard++) {
    at = addDays(at, direction);
    if (isWorkday(calendar, at)) left -= 1;
  }
  return at;
}
/** The day itself when it is worked, else the next one that is. */
export function nextWorkday(calendar: Calendar, day: Day): Day {
  return isWorkday(calendar, day) ? day : addWorkdays(calendar, day, 1);
}
/** Statutory terms run on past Saturday, Sunday and recognised holidays; the corporation's own closed days never count. */
export function extendStatutory(calendar: Calendar, day: Day): Day {
  let at = day;
  for (let guard = 0; guard < 400; guard++) {
    if (weekday(at) < 6 && !calendar.holidays.includes(at)) return at;
    at = addDays(at, 1);
  }
  return at;
}
/** The Algemene termijnenwet leaves terms in hours, and those longer than 90 days, 12 weeks or 3 months, as they are. */
export function isExtended(iso: string, term: Term): boolean {
  if (term.hours > 0) return false;
  if (term.months > 3 || (term.months === 3 && term.days > 0)) return false;
  return term.days <= (/\dW/.test(iso) ? 84 : 90);
}
