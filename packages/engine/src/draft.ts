/** One step's working copy of a case: opened from a state, changed in place, closed into the next state. */
import type { Value, View } from './condition.js';
import { dayOf, instantOf, millis } from './instant.js';
import { type Plan, planOf } from './plan.js';
import type { Calendar, Day, Effect, Entry, Instant, Item, ItemState, Json, State, Template } from './types.js';

export const ENGINE = 1;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Maps = 'items' | 'facts' | 'outcomes' | 'happened' | 'count' | 'date' | 'doneBy' | 'escalations' | 'sources';
type MoreMaps = 'tallies' | 'latches' | 'armed' | 'since' | 'base' | 'waiting' | 'deadlines';
type Open = Mutable<Omit<State, Maps | MoreMaps>> & { -readonly [K in Maps | MoreMaps]: Mutable<State[K]> };
type WithoutKey<T> = T extends unknown ? Omit<T, 'key'> : never;
export type Outgoing = WithoutKey<Effect>;

export interface Draft extends View {
  readonly plan: Plan;
  readonly state: Open;
  /** Latest occurrence of each item; absent before the first. */
  readonly latest: Map<string, number>;
  readonly effects: Outgoing[];
  readonly log: Entry[];
  /** Clocks that were computed in this step: only these may fire without their own timer event. */
  readonly computed: Set<string>;
  calendar: Calendar;
  /** `happenedOn` of the step: everything in it happened on that day. */
  day: Day;
  readonly nowMs: number;
  transitions: number;
}

const UTC: Calendar = {
  hash: '',
  zone: 'UTC',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [],
  closed: [],
  offsets: [],
  until: '9999-12-31',
};
export function calendarOf(template: Template, hash: string): Calendar {
  return own(template.calendars, hash) ?? Object.values(template.calendars)[0] ?? UTC;
}
export const itemOf = (key: string): string => key.split('#')[0] ?? key;
export const keyOf = (id: string, occurrence: number): string => (occurrence > 1 ? `${id}#${occurrence}` : id);
export function occurrenceOf(key: string): number {
  const number = Number(key.split('#')[1] ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

/** A `now` before the case's last is raised to it. */
export function openDraft(template: Template, state: State, now: Instant): Draft {
  const asked = millis(now);
  const nowMs = Math.max(Number.isNaN(asked) ? 0 : asked, millis(state.now) || 0);
  const calendar = calendarOf(template, state.calendar);
  const latest = new Map<string, number>();
  for (const key of Object.keys(state.items))
    latest.set(itemOf(key), Math.max(latest.get(itemOf(key)) ?? 0, occurrenceOf(key)));
  const draft: Draft = {
    plan: planOf(template),
    state: copyOf(state, instantOf(nowMs)),
    latest,
    effects: [],
    log: [],
    computed: new Set(),
    calendar,
    day: dayOf(calendar, nowMs),
    nowMs,
    transitions: 0,
    get facts() {
      return draft.state.facts;
    },
    param: (id) => template.params[id],
    law: (id) => lawOn(template, id, draft.day),
    fallback: (path) => template.fields[path]?.default,
    outcome: (item) => draft.state.outcomes[item],
    counted: (item) => draft.state.count[item] ?? 0,
    dated: (item) => draft.state.date[item],
    reached: (milestone) => stateOf(draft, milestone) === 'completed',
    reachedThere: (escalation, milestone) =>
      draft.state.escalations[escalation]?.milestones.includes(milestone) ?? false,
    reachedByProject: (milestone) => draft.state.happened[`project.${milestone}`] !== undefined,
  };
  return draft;
}
function copyOf(state: State, now: Instant): Open {
  return {
    ...state,
    now,
    items: { ...state.items },
    facts: { ...state.facts },
    outcomes: { ...state.outcomes },
    happened: { ...state.happened },
    count: { ...state.count },
    date: { ...state.date },
    doneBy: { ...state.doneBy },
    escalations: { ...state.escalations },
    sources: { ...state.sources },
    tallies: { ...state.tallies },
    latches: { ...state.latches },
    armed: { ...state.armed },
    since: { ...state.since },
    base: { ...state.base },
    waiting: { ...state.waiting },
    deadlines: { ...state.deadlines },
  };
}
/** The entry of the dated table in force on that day. */
function lawOn(template: Template, id: string, day: Day): Value {
  let value: Json | undefined;
  for (const entry of template.law[id] ?? []) if (entry.from <= day) value = entry.value;
  return value;
}

/** Key of the present occurrence, also when it has ended. */
export const currentKey = (draft: Draft, id: string): string => keyOf(id, draft.latest.get(id) ?? 1);
/** State in the present occurrence of the stage around it; `absent` before it became available there. */
export function stateOf(draft: Draft, id: string): ItemState | 'absent' {
  const latest = draft.latest.get(id) ?? 0;
  if (latest <= (draft.state.base[id] ?? 0)) return 'absent';
  return draft.state.items[keyOf(id, latest)] ?? 'absent';
}
/** Occurrences used within the present occurrence of the stage around it. */
export const usedOf = (draft: Draft, id: string): number => (draft.latest.get(id) ?? 0) - (draft.state.base[id] ?? 0);
export const isLive = (state: ItemState | 'absent'): boolean =>
  state === 'available' || state === 'enabled' || state === 'active' || state === 'failed';
export function stageActive(draft: Draft, parent: string | undefined): boolean {
  return parent === undefined ? draft.state.ended === undefined : stateOf(draft, parent) === 'active';
}
export const hasNext = (draft: Draft, id: string): boolean => draft.state.armed[`${id}/next`] === true;
/** A repeat that runs each time its entry fires anew, not as a loop. */
export const isEachTime = (item: Item): boolean => !!item.repeat && !item.repeat.while && !!item.entry?.length;
export function note(draft: Draft, code: string, item?: string, params?: Entry['params']): void {
  draft.log.push({ code, ...(item === undefined ? {} : { item }), ...(params === undefined ? {} : { params }) });
}

/** An own entry of a map; names that every object inherits are no entries. */
export const own = <T>(map: { readonly [key: string]: T }, key: string): T | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;
