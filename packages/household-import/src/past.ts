import type { HouseholdContent, Notice } from './row.js';

/** A dated past step of a journey that is taken over, as the engine's `begin` reads it. */
export interface PastStep {
  readonly on: string;
  readonly event: { readonly type: 'submit'; readonly item: string; readonly values: object; readonly by: string };
}

/**
 * The history columns of a lease as past steps in order of their days: a column `<taak>Op` says that the task was done
 * on that day. `tasks` are the human tasks of the template, `by` is the member who takes the journey over.
 */
export function pastOf({ history }: HouseholdContent, tasks: ReadonlySet<string>, by: string): PastStep[] {
  const order = [...tasks];
  return Object.entries(history)
    .filter(([task]) => tasks.has(task))
    .sort(([a, on], [b, after]) => on.localeCompare(after) || order.indexOf(a) - order.indexOf(b))
    .map(([item, on]) => ({ on, event: { type: 'submit' as const, item, values: {}, by } }));
}

/** What a person must know about history columns: those without a task, and those of leases whose journey runs already. */
export function historyNotices(
  read: { readonly rows: readonly HouseholdContent[] },
  changed: readonly HouseholdContent[],
  tasks: ReadonlySet<string>,
): Notice[] {
  const named = new Set(read.rows.flatMap((row) => Object.keys(row.history)));
  const unknown = [...named].filter((event) => !tasks.has(event)).sort();
  const late = changed.filter((row) => Object.keys(row.history).length > 0).length;
  const notices = unknown.map((event): Notice => ({
    code: 'historyUnknown',
    message: `"${event}" is geen taak van deze reis. De datum wordt bij het contract bewaard, de reis begint zonder.`,
  }));
  if (late === 0) return notices;
  const message = `De reis van ${late} bekende contracten loopt al en verandert niet door historie.`;
  return [...notices, { code: 'historyLate', message }];
}
