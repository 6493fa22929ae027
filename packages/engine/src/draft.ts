/** One step's working copy of a case: opened from a state, changed in place, closed into the next state. */
import type { Value, View } from './condition.js';
import { dayOf, instantOf, read } from './instant.js';
import { type Node, type Owner, type Plan, planOf } from './plan.js';
import type { Calendar, Day, Effect, Entry, Facts, Instant, ItemState, Json, State, Template } from './types.js';
export { itemOf, keyOf, occurrenceOf } from './names.js';

export const ENGINE = 1;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Maps = 'items' | 'facts' | 'outcomes' | 'happened' | 'count' | 'date' | 'doneBy' | 'escalations' | 'sources';
type MoreMaps = 'tallies' | 'latches' | 'armed' | 'since' | 'base' | 'waiting' | 'deadlines';
export type MapName = Maps | MoreMaps;
type Open = Mutable<Omit<State, 'before'>>;
type WithoutKey<T> = T extends unknown ? Omit<T, 'key'> : never;
export type Outgoing = WithoutKey<Effect>;
export type Mark = State['since'][string];

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

/**
 * The state is shared with the one before until a map of it is changed: `edit` and `drop` copy a map at its first
 * change. What a change may make possible is *touched*: only touched items, escalations and edges are looked at again.
 */
export class Draft implements View {
  readonly state: Open;
  /** State of each item in the present occurrence of the stage around it, by its index. */
  readonly states: (ItemState | 'absent')[];
  /** Latest occurrence of each item, by its index; 0 before the first. */
  readonly latest: number[];
  readonly effects: Outgoing[] = [];
  readonly log: Entry[] = [];
  /** Clocks that were computed in this step: only these may fire without their own timer event. */
  readonly computed: string[] = [];
  /** Milestones that occurred in this step. */
  readonly occurred: string[] = [];
  calendar: Calendar;
  transitions = 0;
  private readonly touches: boolean[];
  /** Maps of its own from which a key was dropped: it is undefined until the step is closed. */
  private readonly holed: MapName[] = [];
  private present: Mark;

  constructor(
    readonly plan: Plan,
    readonly before: State,
    now: Instant,
    readonly nowMs: number,
  ) {
    this.state = withoutPast(before);
    this.state.now = now;
    this.calendar = calendarOf(plan.template, before.calendar);
    this.present = { at: now, day: dayOf(this.calendar, nowMs) };
    const known = plan.known?.state === before ? plan.known : undefined;
    this.states = (known ?? plan.blank).states.slice();
    this.latest = (known ?? plan.blank).latest.slice();
    this.touches = plan.blank.touches.slice();
    if (!known) for (const node of plan.nodes) this.read(node);
    this.touchReaders('law');
  }
  private read({ index, id, names }: Node): void {
    const { items, base } = this.before;
    const first = startIn(base, id);
    let latest = first;
    while (typeof items[names(latest + 1).key] === 'string') latest += 1;
    this.latest[index] = latest;
    if (latest > first) this.states[index] = items[names(latest).key] ?? 'absent';
  }

  get facts(): Facts {
    return this.state.facts;
  }
  /** `happenedOn` of the step: everything in it happened on that day. */
  get day(): Day {
    return this.present.day;
  }
  set day(day: Day) {
    this.present = { at: this.state.now, day };
    this.touchReaders('law');
  }
  /** Now, on the day of the step. */
  get mark(): Mark {
    return this.present;
  }
  param(id: string): Value {
    return own(this.plan.template.params, id);
  }
  /** The entry of the dated table in force on the day of the step. */
  law(id: string): Value {
    let value: Json | undefined;
    for (const entry of own(this.plan.template.law, id) ?? []) if (entry.from <= this.day) value = entry.value;
    return value;
  }
  fallback(path: string): Value {
    return this.plan.template.fields[path]?.default;
  }
  outcome(item: string): string | undefined {
    return textIn(this.state.outcomes, item);
  }
  counted(item: string): number {
    return numberIn(this.state.count, item);
  }
  dated(item: string): Day | undefined {
    return textIn(this.state.date, item);
  }
  reached(milestone: string): boolean {
    const node = this.plan.byId.get(milestone);
    return node !== undefined && this.states[node.index] === 'completed';
  }
  reachedThere(escalation: string, milestone: string): boolean {
    return own(this.state.escalations, escalation)?.milestones.includes(milestone) ?? false;
  }
  reachedByProject(milestone: string): boolean {
    return this.state.happened[`project.${milestone}`] !== undefined;
  }

  /** A map of the state, to be changed. */
  edit<K extends MapName>(name: K): Mutable<State[K]> {
    const map = this.state[name];
    if (map !== this.before[name]) return map;
    const copied = copyOf(map as State[K]);
    this.replace(name, copied);
    return copied;
  }
  private replace(name: MapName, map: unknown): void {
    (this.state as { [name: string]: unknown })[name] = map;
  }
  /** The state as it leaves the step: what was dropped from a map of its own is really gone. */
  close(): Open {
    for (const name of this.holed) this.replace(name, whole<unknown>(this.state[name]));
    this.plan.known = { state: this.state, states: this.states, latest: this.latest };
    return this.state;
  }
  drop(name: MapName, key: string): void {
    const map = this.state[name] as { [key: string]: unknown };
    if (map[key] === undefined) return;
    if (map === this.before[name]) return this.replace(name, without(map, key));
    map[key] = undefined;
    if (!this.holed.includes(name)) this.holed.push(name);
  }
  setFact(path: string, value: Json | undefined): void {
    if (this.state.facts[path] === value && value !== undefined) return;
    if (value === undefined) this.drop('facts', path);
    else this.edit('facts')[path] = value;
    this.touchReaders(path);
  }
  setOutcome({ id, readers }: Node, outcome: string | undefined): void {
    if (outcome === undefined) this.drop('outcomes', id);
    else this.edit('outcomes')[id] = outcome;
    this.touchEach(readers.outcome);
  }
  setEscalation(id: string, state: State['escalations'][string]): void {
    this.edit('escalations')[id] = state;
    const raised = this.plan.raised.find((each) => each.id === id);
    if (raised) this.touch(raised);
    for (const held of raised?.holds ?? []) this.touch(held);
    this.touchReaders(`escalationMilestone ${id}`);
  }
  setWaiting(node: Node, key: string, why: State['waiting'][string] | undefined): void {
    if (why === undefined) this.drop('waiting', key);
    else this.edit('waiting')[key] = why;
    this.touch(node);
  }
  /** A further occurrence of a repeated item is due. */
  armNext(node: Node): void {
    this.edit('armed')[node.next] = true;
    this.touch(node);
  }
  /** Moves the present occurrence of an item; the stage around it may now be able to end. */
  move(node: Node, state: ItemState): void {
    this.states[node.index] = state;
    this.edit('items')[currentKey(this, node)] = state;
    this.moved(node);
  }
  /** What happened inside a stage is forgotten when it starts again. */
  forget(node: Node): void {
    const latest = this.latest[node.index] ?? 0;
    if (latest === 0) return;
    this.edit('base')[node.id] = latest;
    this.states[node.index] = 'absent';
    this.moved(node);
  }
  private moved(node: Node): void {
    this.touch(node);
    this.touch(node.around ?? this.plan.theCase);
    this.touchEach(node.readers.milestone);
    for (const child of node.children) this.touch(child);
  }

  touch(owner: Owner): void {
    this.touches[owner.index] = true;
  }
  touchReaders(name: string): void {
    this.touchEach(this.plan.readers.get(name) ?? []);
  }
  touchEach(readers: readonly number[]): void {
    for (const reader of readers) this.touches[reader] = true;
  }
  touchAll(): void {
    this.touches.fill(true);
  }
  isTouched(owner: Owner): boolean {
    return this.touches[owner.index] === true;
  }
  /** Something that a tally counts may have changed. */
  get isCounted(): boolean {
    return this.touches[this.plan.counted] === true;
  }
}

/** A `now` before the case's last is raised to it. */
export function openDraft(template: Template, state: State, now: Instant): Draft {
  const [asked, last] = [read(now), read(state.now)];
  const nowMs = Math.max(asked.ms || 0, last.ms || 0);
  const at = nowMs === asked.ms && asked.isCanonical ? now : instantOf(nowMs);
  return new Draft(planOf(template), state, at, nowMs);
}
const MAPS: readonly MapName[] = [
  ...(['items', 'facts', 'outcomes', 'happened', 'count', 'date', 'doneBy', 'escalations', 'sources'] as const),
  ...(['tallies', 'latches', 'armed', 'since', 'base', 'waiting', 'deadlines'] as const),
];
/** True of what has the parts of a state; a step looks at few of them, so a spoiled one must not wait to be looked at. */
export function isState(state: State): boolean {
  if (!Number.isSafeInteger(state.revision)) return false;
  for (const name of MAPS) {
    const map: unknown = state[name];
    if (typeof map !== 'object' || map === null || Array.isArray(map)) return false;
  }
  return true;
}
/** A state without the one that undo would restore. */
export function withoutPast(state: State): Open {
  const open: Open = {
    template: state.template,
    engine: state.engine,
    revision: state.revision,
    items: state.items,
    facts: state.facts,
    outcomes: state.outcomes,
    happened: state.happened,
    now: state.now,
    count: state.count,
    date: state.date,
    doneBy: state.doneBy,
    escalations: state.escalations,
    sources: state.sources,
    tallies: state.tallies,
    latches: state.latches,
    armed: state.armed,
    since: state.since,
    base: state.base,
    waiting: state.waiting,
    deadlines: state.deadlines,
    calendar: state.calendar,
  };
  if (state.ended !== undefined) open.ended = state.ended;
  if (state.timeScale !== undefined) open.timeScale = state.timeScale;
  if (state.suspended !== undefined) open.suspended = state.suspended;
  if (state.reports !== undefined) open.reports = state.reports;
  return open;
}
/** Key by key: for maps of this size and kind that is several times faster than spreading. */
function copyOf<T extends object>(map: T): Mutable<T> {
  const copy = {} as Mutable<T>;
  for (const key in map) copy[key] = map[key];
  return copy;
}

function whole<T>(map: { readonly [key: string]: T | undefined }): { [key: string]: T } {
  const copy: { [key: string]: T } = {};
  for (const key in map) {
    const value = map[key];
    if (value !== undefined) copy[key] = value;
  }
  return copy;
}
/** `delete` would turn the map into a slow one for all steps to come. */
function without<T>(map: { readonly [key: string]: T }, left: string): { [key: string]: T } {
  const copy: { [key: string]: T } = {};
  for (const key in map) if (key !== left) copy[key] = map[key] as T;
  return copy;
}

/** Key of the present occurrence, also when it has ended. */
export const currentKey = (draft: Draft, node: Node): string => node.names(draft.latest[node.index] ?? 1).key;
/** Names of the present occurrence and its clocks. */
export const currentNames = (draft: Draft, node: Node) => node.names(draft.latest[node.index] ?? 1);
/** State in the present occurrence of the stage around it; `absent` before it became available there. */
export const stateOf = (draft: Draft, node: Node): ItemState | 'absent' => draft.states[node.index] ?? 'absent';
/** Occurrences used within the present occurrence of the stage around it. */
export const usedOf = (draft: Draft, node: Node): number =>
  (draft.latest[node.index] ?? 0) - startIn(draft.state.base, node.id);
export const hasLeft = (draft: Draft, node: Node): boolean => usedOf(draft, node) < node.max;
export const isLive = (state: ItemState | 'absent'): boolean =>
  state === 'available' || state === 'enabled' || state === 'active' || state === 'failed';
/** True of an item whose stage (or case) is running. */
export const stageActive = (draft: Draft, node: Node): boolean =>
  node.around ? stateOf(draft, node.around) === 'active' : draft.state.ended === undefined;
export const hasNext = (draft: Draft, node: Node): boolean =>
  node.of.repeat !== undefined && draft.state.armed[node.next] === true;
export function note(draft: Draft, code: string, item?: string, params?: Entry['params']): void {
  if (params !== undefined) draft.log.push(item === undefined ? { code, params } : { code, item, params });
  else draft.log.push(item === undefined ? { code } : { code, item });
}

/** An item may be named `valueOf`: what every object inherits is no entry of a map. */
function numberIn(map: { readonly [key: string]: number }, key: string): number {
  const found: unknown = map[key];
  return typeof found === 'number' ? found : 0;
}
/** Occurrences before the present one of the stage; counting up from anything but a small number would never end. */
function startIn(base: { readonly [key: string]: number }, key: string): number {
  const found = numberIn(base, key);
  return Number.isSafeInteger(found) && found >= 0 ? found : 0;
}
function textIn(map: { readonly [key: string]: string }, key: string): string | undefined {
  const found: unknown = map[key];
  return typeof found === 'string' ? found : undefined;
}
/** An own entry of a map; names that every object inherits are no entries. */
export const own = <T>(map: { readonly [key: string]: T }, key: string): T | undefined =>
  Object.hasOwn(map, key) ? map[key] : undefined;
