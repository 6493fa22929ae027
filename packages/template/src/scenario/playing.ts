import {
  addDays,
  addMonths,
  dayOf,
  dayStart,
  instantOf,
  millis,
  nextDeadline,
  readTerm,
  step,
} from '@thuisreis/engine';
import type { Answer, Calendar, Event, Instant, Json, State, Template, Values } from '@thuisreis/engine';
import type { Words } from '@thuisreis/words';
import type { Raw } from '../check/raw.js';
import type { Path } from '../check/report.js';

/** Where a scenario went another way than written: the path below the scenario, and what happened instead. */
export interface Departure {
  readonly path: Path;
  readonly reason: Words;
}
/** One case being played: the template, its state, the time it is, and what others have told it so far. */
export interface Playing {
  readonly template: Template;
  readonly calendar: Calendar;
  state: State;
  now: Instant;
  readonly project: { revision: number; facts: Record<string, Json>; milestones: string[]; ended: boolean };
  /** Revisions of tallies and escalations heard, by source. */
  readonly heard: Map<string, number>;
  /** Answers that no condition reads: the case holds only a reference to them. */
  readonly kept: Map<string, unknown>;
  /** Milestones that an escalation has reached so far, by source. */
  readonly reached: Map<string, readonly string[]>;
}
/** Monday 2026-01-05 09:00 in the calendar's zone. */
export const dayZero = (calendar: Calendar): Instant => instantOf(dayStart(calendar, '2026-01-05') + 9 * 3_600_000);
const MOST_TIMERS = 10_000;

/** Sends one event; the refusal's code, or nothing when it was accepted. */
export function send(playing: Playing, event: Event, now = playing.now): string | undefined {
  const done = step(playing.template, playing.state, event, now);
  if (!done.accepted) return done.refusals[0]?.code ?? 'badValue';
  playing.state = done.state;
  return undefined;
}

/** The next revision of a source: others number what they tell. */
export function next(playing: Playing, source: string): number {
  const number = (playing.heard.get(source) ?? 0) + 1;
  playing.heard.set(source, number);
  return number;
}

/** Moves to the end of a length counted from now, and fires on its way whatever falls due. False for no length. */
export function wait(playing: Playing, length: string): boolean {
  const until = endOf(playing, length);
  if (until === undefined) return false;
  for (let fired = 0; fired < MOST_TIMERS; fired += 1) {
    const due = nextDeadline(playing.state);
    if (!due || millis(due.at) > until) break;
    if (send(playing, { type: 'timer', clock: due.clock }, due.at) !== undefined) break;
  }
  playing.now = instantOf(until);
  return true;
}
/** Day terms end at 24:00 of their last day; hour terms are exact. */
function endOf({ calendar, now }: Playing, length: string): number | undefined {
  const term = readTerm(length);
  if (!term) return undefined;
  const start = millis(now);
  if (term.hours > 0) return start + term.hours;
  const last = addDays(addMonths(dayOf(calendar, start), term.months), term.days);
  return dayStart(calendar, addDays(last, 1));
}

/** `-P3D`: the day that lies so long before today. */
export function dayBefore({ calendar, now }: Playing, length: unknown): string | undefined {
  const term = typeof length === 'string' ? readTerm(length.replace(/^-/, '')) : undefined;
  return term && addDays(addMonths(dayOf(calendar, millis(now)), -term.months), -term.days);
}

/** The present occurrence of an item: `talk#2` when `talk` was asked and it is the second time. */
export function occurrence({ state }: Playing, item: string): string {
  if (item.includes('#')) return item;
  const numbers = Object.keys(state.items).flatMap((key) => {
    const [id, number = '1'] = key.split('#');
    return id === item ? [Number(number)] : [];
  });
  const latest = Math.max(1, ...numbers);
  return latest > 1 ? `${item}#${latest}` : item;
}

/** Answers as the desk hands them on: whatever no condition reads is kept here, and travels as a reference to it. */
export function answers({ template, kept }: Pick<Playing, 'template' | 'kept'>, written: Raw): Values {
  return Object.fromEntries(
    Object.entries(written).map(([path, value]): [string, Answer] => {
      const isAside = template.fields[path]?.isFact === false && (typeof value !== 'object' || Array.isArray(value));
      if (isAside) kept.set(path, value);
      return [path, isAside ? { answer: path } : (value as Answer)];
    }),
  );
}
