import type { Model } from './model.js';
import { mapIn, type Raw } from './raw.js';
import type { Path } from './report.js';

/** Every decision table with its place. */
export function tablesOf(model: Model): { id: string; table: Raw; path: Path }[] {
  return model.scopes.flatMap(({ raw, path }) =>
    Object.entries(mapIn(raw['decisions'])).map(([id, table]) => ({
      id,
      table: mapIn(table),
      path: [...path, 'decisions', id],
    })),
  );
}
