import type { Scope } from './model.js';
import { listIn, mapIn, textIn, type Raw } from './raw.js';
import type { Path } from './report.js';
import type { Use } from './uses.js';

/** Every event that a plan names: in sentries, as the start of a clock, and where a task is released or ended. */
export function eventsIn(scope: Scope): Use[] {
  const uses: Use[] = [];
  const add = (value: unknown, path: Path): void => {
    const name = textIn(value);
    if (name !== undefined) uses.push({ name, path });
  };
  const sentries = (raw: Raw, path: Path, keys: readonly string[]): void => {
    for (const key of keys)
      listIn(raw[key]).forEach((one, index) => {
        const { on } = mapIn(one);
        if (Array.isArray(on)) on.forEach((part, at) => add(part, [...path, key, index, 'on', at]));
        else add(on, [...path, key, index, 'on']);
      });
  };
  sentries(scope.raw, scope.path, scope.path.length === 0 ? ['entry', 'exit', 'complete'] : ['exit', 'complete']);
  for (const { raw, path, kind } of scope.items) {
    sentries(raw, path, ['entry', 'exit', 'complete']);
    add(raw['until'], [...path, 'until']);
    add(raw['release'], [...path, 'release']);
    add(mapIn(raw['due'])['from'], [...path, 'due', 'from']);
    if (kind === 'timer') add(raw['from'], [...path, 'from']);
  }
  for (const { raw, path } of scope.escalations) sentries(raw, path, ['entry']);
  return uses;
}
