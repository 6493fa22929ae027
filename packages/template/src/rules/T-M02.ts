import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { coverOf } from '../logic/cover.js';
import { soundTables } from '../logic/sound-tables.js';

/** Two rows of a UNIQUE table never hold together; in an ANY table only with the same result. */
export function m02(model: Model): Report[] {
  return soundTables(model).flatMap((table): Report[] => {
    const overlap = coverOf(table)?.overlap;
    if (!overlap) return [];
    const params = { name: overlap.rows.join(', '), field: overlap.at.join(', ') };
    return [{ code: 'T-M02', path: table.path, params }];
  });
}
