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

interface Read {
  readonly instant: Instant;
  readonly ms: number;
  /** Written as instants are here: `yyyy-mm-ddThh:mm:ss.sssZ`. */
  readonly isCanonical: boolean;
}
const NONE: Read = { instant: '', ms: NaN, isCanonical: false };
/** The instants read last: within a step nearly all questions are about its now and the one before. */
let [last, previous] = [NONE, NONE];
/** What a text says as an instant; `ms` is NaN when it is none. */
export function read(instant: Instant): Read {
  if (instant === last.instant) return last;
  if (instant === previous.instant) return previous;
  if (typeof instant !== 'string') return NONE;
  previous = last;
  last = readAnew(instant);
  return last;
}
function readAnew(instant: Instant): Read {
  const quick = isCanonical(instant) ? sum(instant) : NaN;
  if (!Number.isNaN(quick)) return { instant, ms: quick, isCanonical: true };
  return { instant, ms: Date.parse(instant), isCanonical: false };
}
/** Milliseconds since 1970 of an instant; NaN when it is none. */
export const millis = (instant: Instant): number => read(instant).ms;
function isCanonical(instant: Instant): boolean {
  if (instant.length !== SHAPE.length) return false;
  for (let at = 0; at < SHAPE.length; at++) {
    const unit = instant.charCodeAt(at);
    const wanted = SHAPE.charCodeAt(at);
    if (wanted === ZERO ? unit < ZERO || unit > ZERO + 9 : unit !== wanted) return false;
  }
  return true;
}
const SHAPE = '0000-00-00T00:00:00.000Z';
const ZERO = 48;
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** Days since 1970 by arithmetic, a tenth of what the host's parser takes; outside ordinary dates that is asked. */
function sum(text: string): number {
  const at = (from: number): number => text.charCodeAt(from) * 10 + text.charCodeAt(from + 1) - 528;
  const year = at(0) * 100 + at(2);
  const [month, day, hour, minute, second] = [at(5), at(8), at(11), at(14), at(17)];
  if (month < 1 || month > 12 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59) return NaN;
  const past = month > 2 ? year : year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  const days = (year - 1970) * 365 + leaps + (BEFORE_MONTH[month - 1] ?? 0) + day - 1;
  const thousandths = at(20) * 10 + text.charCodeAt(22) - 48;
  return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + thousandths;
}
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

interface Zone {
  readonly from: readonly number[];
  readonly shift: readonly number[];
  /** Days that are not worked whatever weekday they are: holidays and the corporation's own. */
  readonly free: ReadonlySet<number>;
  /** The day that was asked last, with its bounds: most questions of a step are about the same day. */
  day: Day;
  start: number;
  end: number;
}
const zones = new WeakMap<Calendar, Zone>();
/** Offsets as numbers, read once for each calendar. */
function zoneOf(calendar: Calendar): Zone {
  const found = zones.get(calendar);
  if (found) return found;
  const from = calendar.offsets.map((offset) => millis(offset.from));
  const shift = calendar.offsets.map(({ minutes }) => minutes * 60_000);
  const free = new Set([...calendar.holidays, ...calendar.closed].map(number));
  const made = { from, shift, free, day: '', start: 0, end: 0 };
  zones.set(calendar, made);
  return made;
}
/** The offset in force; before the first one, the first. */
function offsetAt({ from, shift }: Zone, ms: number): number {
  let low = 0;
  for (let high = from.length; high - low > 1;) {
    const middle = (low + high) >> 1;
    if ((from[middle] ?? 0) > ms) high = middle;
    else low = middle;
  }
  return shift[low] ?? 0;
}

/** The day it is at that instant in the calendar's zone. */
export function dayOf(calendar: Calendar, ms: number): Day {
  const zone = zoneOf(calendar);
  if (ms >= zone.start && ms < zone.end) return zone.day;
  zone.day = instantOf(ms + offsetAt(zone, ms)).slice(0, 10);
  zone.start = dayStart(calendar, zone.day);
  zone.end = dayStart(calendar, addDays(zone.day, 1));
  return zone.day;
}
/** 00:00 of a day in the calendar's zone, in milliseconds. */
export function dayStart(calendar: Calendar, day: Day): number {
  const zone = zoneOf(calendar);
  const local = number(day) * DAY;
  const guess = local - offsetAt(zone, local);
  return local - offsetAt(zone, guess);
}
/** True for a day that exists, written `yyyy-mm-dd`. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(ms) && instantOf(ms).slice(0, 10) === text;
}
/** Days since 1970. */
const number = (day: Day): number => Math.round(millis(`${day}T00:00:00.000Z`) / DAY);
const dayAt = (at: number): Day => instantOf(at * DAY).slice(0, 10);
export const addDays = (day: Day, days: number): Day => dayAt(number(day) + Math.trunc(days));
/** Days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => number(to) - number(from);
const weekdayAt = (at: number): number => ((((at + 3) % 7) + 7) % 7) + 1;
/** 1 = Monday. */
export const weekday = (day: Day): number => weekdayAt(number(day));

/** A month without that day ends on its last day. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return instantOf(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last))).slice(0, 10);
}

function isWorked(calendar: Calendar, at: number): boolean {
  return calendar.workingDays.includes(weekdayAt(at)) && !zoneOf(calendar).free.has(at);
}
export const isWorkday = (calendar: Calendar, day: Day): boolean => isWorked(calendar, number(day));
/** The day so many working days on (or back); the first day does not count. A calendar that never works counts calendar days. */
export function addWorkdays(calendar: Calendar, day: Day, count: number): Day {
  const whole = Math.trunc(count);
  if (!calendar.workingDays.length) return addDays(day, whole);
  const direction = whole < 0 ? -1 : 1;
  let left = Math.min(Math.abs(whole), 10_000);
  let at = number(day);
  for (let guard = 0; left > 0 && guard < 100_000; guard++) {
    at += direction;
    if (isWorked(calendar, at)) left -= 1;
  }
  return dayAt(at);
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
