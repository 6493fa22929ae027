import type { Cell, Expression, Json } from '@thuisreis/engine';
import { cellOf } from '../compile/tables.js';
import { parseExpression } from '../expression.js';
import type { Model, Scope } from '../check/model.js';
import { listIn, mapIn, type Raw } from '../check/raw.js';
import type { Path } from '../check/report.js';
import { boundsOf, valuesOfKind } from './domain.js';
import { Typing } from './kind-of.js';
import type { Kind } from './kinds.js';

/** One input of a table: what it is called, its kind, and the values that stand for all it can have. */
export interface Column {
  readonly text: string;
  readonly tree: Expression;
  readonly kind: Kind | undefined;
  readonly values: readonly Json[] | undefined;
}
export interface Row {
  readonly id: string;
  readonly when: readonly Cell[];
  readonly then: readonly unknown[];
}
/** A decision table laid out for judging. */
export interface Table {
  readonly id: string;
  readonly path: Path;
  readonly raw: Raw;
  readonly policy: string;
  readonly columns: readonly Column[];
  readonly outputs: readonly string[];
  readonly rows: readonly Row[];
}

export const literalsOf = (cell: Cell): Json[] =>
  cell[0] === 'compare'
    ? [cell[2]]
    : cell[0] === 'between'
      ? [cell[1], cell[2]]
      : cell[0] === 'oneOf'
        ? cell[1].flatMap(literalsOf)
        : cell[0] === 'not'
          ? literalsOf(cell[1])
          : [];

const NONE: Expression = ['literal', null];
function treeOf(text: string): Expression | undefined {
  try {
    return parseExpression(text);
  } catch {
    return undefined; // T-E01, T-E02 and T-E08 say so at the input itself.
  }
}

function columnOf(model: Model, scope: Scope, written: unknown, cells: readonly Cell[]): Column {
  const tree = treeOf(String(written));
  const kind = tree && new Typing(model, scope).of(tree);
  const bounds = boundsOf(model, tree ?? NONE);
  return {
    text: String(written),
    tree: tree ?? NONE,
    kind,
    values: valuesOfKind(kind, bounds, cells.flatMap(literalsOf)),
  };
}

const laid = new WeakMap<Model, Table[]>();
/** Every decision table of a template. */
export function tablesIn(model: Model): Table[] {
  const known = laid.get(model) ?? model.scopes.flatMap((scope) => tablesOfScope(model, scope));
  laid.set(model, known);
  return known;
}
function tablesOfScope(model: Model, scope: Scope): Table[] {
  return Object.entries(mapIn(scope.raw['decisions'])).map(([id, written]): Table => {
    const raw = mapIn(written);
    const rows = Object.entries(mapIn(raw['rules'])).map(([row, one]) => ({
      id: row,
      when: listIn(mapIn(one)['when']).map(cellOf),
      then: listIn(mapIn(one)['then']),
    }));
    const columns = listIn(raw['inputs']).map((one, at) =>
      columnOf(
        model,
        scope,
        one,
        rows.flatMap(({ when }) => (when[at] ? [when[at]] : [])),
      ),
    );
    return {
      id,
      path: [...scope.path, 'decisions', id],
      raw,
      policy: String(raw['hitPolicy'] ?? 'UNIQUE'),
      columns,
      outputs: listIn(raw['outputs']).map(String),
      rows,
    };
  });
}
