import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { listIn } from '../check/raw.js';
import { tablesOf } from '../check/tables.js';

/** Only one table writes a field. */
export function m06(model: Model): Report[] {
  const seen = new Set<string>();
  return tablesOf(model).flatMap(({ table, path }) =>
    listIn(table['outputs']).flatMap((name, index): Report[] => {
      const known = seen.has(String(name));
      seen.add(String(name));
      return known ? [{ code: 'T-M06', path: [...path, 'outputs', index], params: { name: String(name) } }] : [];
    }),
  );
}
