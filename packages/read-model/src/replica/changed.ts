import type { IntervalRow, Rows, TaskRow, WorklistRow } from './rows-of.js';

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
