import type { Model } from '../check/model.js';
import { cellFits } from './cells-fit.js';
import { tablesIn, type Table } from './table.js';

/** Tables whose cells all fit: of the others nothing can be said about gaps, and their cells are findings already. */
export const soundTables = (model: Model): Table[] =>
  tablesIn(model).filter(({ columns, rows, outputs }) =>
    rows.every(
      ({ when, then }) =>
        when.length === columns.length &&
        then.length === outputs.length &&
        columns.every(({ kind }, at) => kind && cellFits(when[at]!, kind)),
    ),
  );
