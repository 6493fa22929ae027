import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { coverOf } from '../logic/cover.js';
import { soundTables } from '../logic/sound-tables.js';

/** Every known input must hit a row, because a table is run once and nobody asks again. */
export function m01(model: Model): Report[] {
  return soundTables(model).flatMap((table): Report[] => {
    const gap = coverOf(table)?.gap;
    return gap ? [{ code: 'T-M01', path: table.path, params: { name: gap.join(', ') } }] : [];
  });
}
