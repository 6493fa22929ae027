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

/** Every change of the zone's offset from UTC, to the hour. */
function offsets(zone: string): { from: Instant; minutes: number }[] {
  const offsetAt = offsetReader(zone);
  const list: { from: Instant; minutes: number }[] = [];
  const push = (time: number) => list.push({ from: new Date(time).toISOString(), minutes: offsetAt(time) });
  push(Date.UTC(YEARS.from, 0, 1));
  for (let time = Date.UTC(YEARS.from, 0, 1); time < Date.UTC(YEARS.until + 1, 0, 1); time += DAY) {
    const last = list.at(-1)!.minutes;
    if (offsetAt(time + DAY) === last) continue;
    for (let hour = time; ; hour += DAY / 24)
      if (offsetAt(hour) !== last) {
        push(hour);
        break;
      }
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
