import { dayOf, itemOf, occurrenceOf, type Item, type State, type Template } from '@thuisreis/engine';

/** A task as its table keeps it; `due` is the last day shown to people, `breachAt` the instant of `overdue`. */
export interface TaskRow {
  readonly item: string;
  readonly kind: string;
  readonly role: string | null;
  readonly form: string | null;
  readonly state: string;
  readonly outcome: string | null;
  readonly started_at: string;
  readonly due: string | null;
  readonly breach_at: string | null;
  readonly ended_at: string | null;
  readonly done_by: string | null;
}
export interface WorklistRow {
  readonly item: string;
  readonly title: object;
  readonly role: string;
  readonly urgency: number;
  readonly reasons: readonly { readonly code: string; readonly points: number }[];
  readonly due: string | null;
  readonly breach_at: string | null;
  readonly started_at: string;
}
export interface IntervalRow {
  readonly stage: string;
  readonly occurrence: number;
  readonly from: string;
  readonly until: string | null;
}
export interface Rows {
  readonly tasks: readonly TaskRow[];
  readonly worklist: readonly WorklistRow[];
  readonly intervals: readonly IntervalRow[];
}

const OVER: readonly string[] = ['completed', 'terminated', 'failed'];
const byId = new WeakMap<Template, ReadonlyMap<string, Item>>();

function itemsOf(template: Template): ReadonlyMap<string, Item> {
  const known = byId.get(template) ?? new Map(template.items.map((item) => [item.id, item]));
  byId.set(template, known);
  return known;
}

/** The role of a task: its own or that of the nearest stage around it. */
function roleOf(items: ReadonlyMap<string, Item>, item: Item | undefined): string | null {
  if (!item) return null;
  return item.role ?? roleOf(items, item.parent === undefined ? undefined : items.get(item.parent));
}

/** Real instant at which `overdue` falls; the state's clocks run `timeScale` times slower or faster than people's. */
function breachOf(state: State, key: string): string | null {
  const deadline = state.deadlines[`${key}/overdue`];
  if (!deadline) return null;
  const start = Date.parse(deadline.start);
  const real = start + (Date.parse(deadline.at) - start) * (state.timeScale ?? 1);
  return new Date(real).toISOString();
}

/** The last day on which the task is in time, as the corporation's wall calendar has it: that of the moment before. */
function lastDay(template: Template, state: State, breach: string | null): string | null {
  const calendar = template.calendars[state.calendar] ?? Object.values(template.calendars)[0];
  if (breach === null || calendar === undefined) return null;
  return dayOf(calendar, Date.parse(breach) - 1);
}

/** Every row that a state stands for; pure, so two states can be compared row by row. */
export function rowsOf(template: Template, state: State): Rows {
  const items = itemsOf(template);
  const scene = { template, state, items };
  const found = Object.entries(state.items).flatMap(([key, status]) => {
    const item = items.get(itemOf(key));
    return item ? [{ key, status, item, at: state.since[key]?.at ?? state.now }] : [];
  });
  const tasks = found.filter(({ item }) => item.kind.endsWith('Task'));
  const open = tasks.filter(({ item, status }) => item.kind === 'humanTask' && status === 'active');
  return {
    tasks: tasks.map((one) => taskOf(scene, one)),
    worklist: state.ended ? [] : open.map((one) => worklistOf(scene, one)),
    intervals: found
      .filter(({ item, status }) => item.kind === 'stage' && (status === 'active' || OVER.includes(status)))
      .map(({ key, status, at }) => ({
        stage: itemOf(key),
        occurrence: occurrenceOf(key),
        from: at,
        until: status === 'active' && !state.ended ? null : state.now,
      })),
  };
}

interface Scene {
  readonly template: Template;
  readonly state: State;
  readonly items: ReadonlyMap<string, Item>;
}
interface Found {
  readonly key: string;
  readonly status: string;
  readonly item: Item;
  readonly at: string;
}

function taskOf({ template, state, items }: Scene, { key, status, item, at }: Found): TaskRow {
  const breach = breachOf(state, key);
  return {
    item: key,
    kind: item.kind,
    role: roleOf(items, item),
    form: item.form ?? null,
    state: status,
    outcome: state.outcomes[key] ?? state.outcomes[item.id] ?? null,
    started_at: at,
    due: lastDay(template, state, breach),
    breach_at: breach,
    ended_at: OVER.includes(status) ? state.now : null,
    done_by: state.doneBy[key] ?? state.doneBy[item.id] ?? null,
  };
}

/** What makes a task urgent, from 0 to 100: the one table of weights. A clock that fires is a step, so the sum is never old. */
const WEIGHTS = { overdue: 60, dueSoon: 30, hasDeadline: 10 } as const;

function worklistOf({ template, state, items }: Scene, { key, item, at }: Found): WorklistRow {
  const breach = breachOf(state, key);
  const reasons = [
    ...(state.deadlines[`${key}/overdue`]?.fired ? ['overdue' as const] : []),
    ...(state.deadlines[`${key}/warn`]?.fired ? ['dueSoon' as const] : []),
    ...(breach ? ['hasDeadline' as const] : []),
  ].map((code) => ({ code, points: WEIGHTS[code] }));
  return {
    item: key,
    title: item.title,
    role: roleOf(items, item) ?? 'caseManager',
    urgency: reasons.reduce((sum, one) => sum + one.points, 0),
    reasons,
    due: lastDay(template, state, breach),
    breach_at: breach,
    started_at: at,
  };
}
