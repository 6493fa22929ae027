import type { Model } from '../check/model.js';
import { listIn, mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';
import { cellFits, hintFor } from '../logic/cells-fit.js';
import { resultMisfit } from '../logic/results-fit.js';
import { literalsOf, tablesIn, type Row, type Table } from '../logic/table.js';

/** A cell holds a test or a value of its own column's kind. */
export function m04(model: Model): Report[] {
  return tablesIn(model).flatMap((table) =>
    table.rows.flatMap((row) => [...tests(table, row), ...results(model, table, row)]),
  );
}

function tests({ columns, raw, path }: Table, { id, when }: Row): Report[] {
  const written = listIn(mapIn(mapIn(raw['rules'])[id])['when']);
  return columns.flatMap(({ kind, text }, at): Report[] => {
    const cell = when[at];
    if (!cell || !kind || cellFits(cell, kind)) return [];
    const { hint, instead } = hintFor(literalsOf(cell)[0], kind);
    const params = { name: shown(written[at]), field: text, hint };
    return [{ code: 'T-M04', path: [...path, 'rules', id], params, ...(instead && { instead }) }];
  });
}

function results(model: Model, table: Table, { id, then }: Row): Report[] {
  return table.outputs.flatMap((field, at): Report[] => {
    const misfit = at < then.length ? resultMisfit(model, table, field, then[at]) : undefined;
    if (!misfit) return [];
    const params = { name: shown(then[at]), field, hint: misfit.hint };
    const { instead } = misfit;
    return [{ code: 'T-M04', path: [...table.path, 'rules', id], params, ...(instead && { instead }) }];
  });
}

/** A cell as its author wrote it, also when it is no scalar. */
const shown = (cell: unknown): string => (typeof cell === 'string' ? cell : JSON.stringify(cell));
