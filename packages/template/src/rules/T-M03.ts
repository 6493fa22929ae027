import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { coverOf } from '../logic/cover.js';
import { soundTables } from '../logic/sound-tables.js';

const FIRST = { nl: ' Eerdere regels nemen alles.', en: ' Earlier rows take everything.' };
const NONE = { nl: '', en: '' };

/** A row that no input hits is a mistake of its author: its cells exclude each other, or an earlier row takes all. */
export function m03(model: Model): Report[] {
  return soundTables(model).flatMap((table) => {
    const cover = coverOf(table);
    if (!cover) return [];
    return table.rows
      .filter(({ id }) => !cover.hit.has(id))
      .map(({ id }): Report => ({
        code: 'T-M03',
        path: [...table.path, 'rules', id],
        params: { name: id, hint: table.policy === 'FIRST' ? FIRST : NONE },
      }));
  });
}
