import { itemOf, occurrenceOf, type Item, type State, type Template } from '@thuisreis/engine';

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

/** The last day on which the task is in time: the day that holds the moment just before the breach. */
const lastDay = (breach: string | null): string | null =>
  breach === null ? null : new Date(Date.parse(breach) - 1).toISOString().slice(0, 10);

/** Every row that a state stands for; pure, so two states can be compared row by row. */
export function rowsOf(template: Template, state: State): Rows {
  const items = itemsOf(template);
  const found = Object.entries(state.items).flatMap(([key, status]) => {
    const item = items.get(itemOf(key));
    return item ? [{ key, status, item, at: state.since[key]?.at ?? state.now }] : [];
  });
  const tasks = found.filter(({ item }) => item.kind.endsWith('Task'));
  const open = tasks.filter(({ item, status }) => item.kind === 'humanTask' && status === 'active');
  return {
    tasks: tasks.map(({ key, status, item, at }) => taskOf(state, items, key, status, item, at)),
    worklist: state.ended ? [] : open.map(({ key, item, at }) => worklistOf(state, items, key, item, at)),
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

function taskOf(
  state: State,
  items: ReadonlyMap<string, Item>,
  key: string,
  status: string,
  item: Item,
  at: string,
): TaskRow {
  const breach = breachOf(state, key);
  return {
    item: key,
    kind: item.kind,
    role: roleOf(items, item),
    form: item.form ?? null,
    state: status,
    outcome: state.outcomes[key] ?? state.outcomes[item.id] ?? null,
    started_at: at,
    due: lastDay(breach),
    breach_at: breach,
    ended_at: OVER.includes(status) ? state.now : null,
    done_by: state.doneBy[key] ?? state.doneBy[item.id] ?? null,
  };
}

function worklistOf(state: State, items: ReadonlyMap<string, Item>, key: string, item: Item, at: string): WorklistRow {
  const breach = breachOf(state, key);
  const reasons = [
    ...(state.deadlines[`${key}/overdue`]?.fired ? [{ code: 'overdue', points: 100 }] : []),
    ...(state.deadlines[`${key}/warn`]?.fired ? [{ code: 'dueSoon', points: 50 }] : []),
    ...(breach ? [{ code: 'hasDeadline', points: 10 }] : []),
  ];
  return {
    item: key,
    title: item.title,
    role: roleOf(items, item) ?? 'caseManager',
    urgency: reasons.reduce((sum, one) => sum + one.points, 0),
    reasons,
    due: lastDay(breach),
    breach_at: breach,
    started_at: at,
  };
}

const bare = (row: object): string => JSON.stringify({ ...row, ended_at: undefined, until: undefined });
const nameOf = (row: TaskRow | WorklistRow | IntervalRow): string =>
  'item' in row ? row.item : `${row.stage}#${row.occurrence}`;

/** What differs between the rows of two states: only that is written. Ends count once, at the step that made them. */
export function changed(before: Rows | undefined, after: Rows): Rows & { readonly gone: readonly string[] } {
  const news = <R extends TaskRow | WorklistRow | IntervalRow>(was: readonly R[] = [], is: readonly R[]): R[] => {
    const known = new Map(was.map((row) => [nameOf(row), row]));
    return is.filter((row) => {
      const old = known.get(nameOf(row));
      const ended = 'until' in row && old && 'until' in old && (old.until === null) !== (row.until === null);
      return !old || ended || bare(old) !== bare(row);
    });
  };
  const kept = new Set(after.worklist.map(nameOf));
  return {
    tasks: news(before?.tasks, after.tasks),
    worklist: news(before?.worklist, after.worklist),
    intervals: news(before?.intervals, after.intervals),
    gone: (before?.worklist ?? []).map(nameOf).filter((item) => !kept.has(item)),
  };
}
