import type { Calendar, Day, Instant } from '@thuisreis/engine';
import { hashOf } from './hash.js';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Years that every calendar covers: old enough for cases taken over, far enough for the longest term. */
const YEARS = { from: 2015, until: 2040 };
const DAY = 86_400_000;

export interface HolidayRule {
  readonly date?: string | undefined;
  readonly rule?: string | undefined;
}
export interface CalendarSettings {
  readonly zone: string;
  readonly workingDays: readonly string[];
  readonly closed: readonly Day[];
}

const day = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const m = Math.floor((a + 11 * d + 22 * e) / 451);
  const rest = d + e - 7 * m + 114;
  return Date.UTC(year, Math.floor(rest / 31) - 1, (rest % 31) + 1);
}

/** The day a rule gives in one year: `MM-DD`, `easter ± n`, or `kingsDay` (27 April, the 26th when that is a Sunday). */
function holiday({ date, rule = '' }: HolidayRule, year: number): Day | undefined {
  if (date) return date.length === 10 ? (date.startsWith(`${year}-`) ? date : undefined) : `${year}-${date}`;
  if (rule === 'kingsDay') return new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`;
  const found = /^easter(?:\s*([+-])\s*(\d+))?$/.exec(rule);
  if (!found) throw new Error(`No such holiday rule: ${rule}`);
  return day(easter(year) + Number(`${found[1] ?? '+'}${found[2] ?? 0}`) * DAY);
}

/** Asks the host for the zone's offset from UTC in minutes; one formatter serves all days. */
function offsetReader(zone: string): (time: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  return (time) => {
    const text = format.formatToParts(time).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
    const found = /GMT([+-])(\d\d):(\d\d)/.exec(text);
    return found ? Number(`${found[1]}1`) * (Number(found[2]) * 60 + Number(found[3])) : 0;
  };
}

type Offsets = readonly { readonly from: Instant; readonly minutes: number }[];
const known = new Map<string, Offsets>();
/** Every change of the zone's offset from UTC, to the hour. Asked once a zone: the host answers slowly. */
function offsets(zone: string): Offsets {
  const found = known.get(zone) ?? changesOf(offsetReader(zone));
  known.set(zone, found);
  return found;
}
/** No zone changes its offset twice within a week. */
function changesOf(offsetAt: (time: number) => number): Offsets {
  const start = Date.UTC(YEARS.from, 0, 1);
  const list = [{ from: new Date(start).toISOString(), minutes: offsetAt(start) }];
  for (let week = start; week < Date.UTC(YEARS.until + 1, 0, 1); week += 7 * DAY) {
    const last = list.at(-1)!.minutes;
    if (offsetAt(week + 7 * DAY) === last) continue;
    let hour = week;
    while (offsetAt(hour) === last) hour += DAY / 24;
    list.push({ from: new Date(hour).toISOString(), minutes: offsetAt(hour) });
  }
  return list;
}

/** Compiles the calendar of a corporation; it is named by its own hash. */
export function compileCalendar(
  { zone, workingDays, closed }: CalendarSettings,
  rules: readonly HolidayRule[],
): Calendar {
  const years = Array.from({ length: YEARS.until - YEARS.from + 1 }, (_, i) => YEARS.from + i);
  const found = years.flatMap((year) => rules.map((rule) => holiday(rule, year))).filter((one) => one !== undefined);
  const body = {
    zone,
    workingDays: workingDays.map((name) => WEEKDAYS.indexOf(name) + 1).sort((a, b) => a - b),
    holidays: [...new Set(found)].sort(),
    closed: [...closed].sort(),
    offsets: offsets(zone),
    until: `${YEARS.until}-12-31`,
  };
  return { hash: hashOf(body), ...body };
}
