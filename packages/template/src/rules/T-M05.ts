import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { listIn, mapIn } from '../check/raw.js';
import { tablesOf } from '../check/tables.js';

/** A row has one cell for every column. */
export function m05(model: Model): Report[] {
  return tablesOf(model).flatMap(({ table, path }) =>
    Object.entries(mapIn(table['rules'])).flatMap(([id, row]): Report[] => {
      const { when, then } = mapIn(row);
      // A row without `when` or `then` is a finding of the grammar, under this same code.
      const isEven =
        !Array.isArray(when) ||
        !Array.isArray(then) ||
        (when.length === listIn(table['inputs']).length && then.length === listIn(table['outputs']).length);
      return isEven ? [] : [{ code: 'T-M05', path: [...path, 'rules', id], params: { name: id } }];
    }),
  );
}
