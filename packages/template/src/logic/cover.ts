import { cellHolds, type Json } from '@thuisreis/engine';
import { canonical } from '../hash.js';
import { nodesOf } from '../expression.js';
import type { Column, Table } from './table.js';
import { cellText } from './cell-text.js';

/** What the rows of a table cover of all its inputs can be. */
export interface Cover {
  /** The cells of a row that is missing. */
  readonly gap?: readonly string[];
  /** Two rows that hold together with different results, and where. */
  readonly overlap?: { readonly rows: readonly [string, string]; readonly at: readonly string[] };
  /** Rows that some input hits. */
  readonly hit: ReadonlySet<string>;
}
const MOST = 200_000;

/** Values of one column that the same rows accept, and those rows as bits. */
interface Class {
  readonly values: readonly Json[];
  readonly rows: bigint;
}
function classesOf({ values = [] }: Column, at: number, { rows }: Table): Class[] {
  const found = new Map<bigint, Json[]>();
  for (const value of values) {
    let bits = 0n;
    rows.forEach(({ when }, row) => {
      if (cellHolds(when[at]!, value) === true) bits |= 1n << BigInt(row);
    });
    found.set(bits, [...(found.get(bits) ?? []), value]);
  }
  return [...found].map(([bits, list]) => ({ values: list, rows: bits }));
}

/** Columns that look at the same name cannot be taken one by one. */
function areApart({ columns }: Table): boolean {
  const names = columns.flatMap(({ tree }) => [
    ...new Set([...nodesOf(tree)].filter(([kind]) => kind !== 'literal').map(([, name]) => JSON.stringify(name))),
  ]);
  return new Set(names).size === names.length;
}

const covers = new WeakMap<Table, Cover | 'open'>();
/** What the rows cover; undefined when it cannot be decided here. */
export function coverOf(table: Table): Cover | undefined {
  const known = covers.get(table) ?? walked(table) ?? 'open';
  covers.set(table, known);
  return known === 'open' ? undefined : known;
}

/** Walks the table column by column with the rows still in play. */
function walked(table: Table): Cover | undefined {
  if (!areApart(table) || table.columns.some(({ values }) => values === undefined)) return undefined;
  const walk = new Walk(table);
  walk.from(0, (1n << BigInt(table.rows.length)) - 1n, []);
  return walk.steps > MOST ? undefined : walk.answer();
}

class Walk {
  steps = 0;
  private readonly classes: readonly Class[][];
  private readonly results: readonly string[];
  private readonly seen = new Set<string>();
  private readonly hit = new Set<string>();
  private gap: readonly string[] | undefined;
  private overlap: Cover['overlap'];

  constructor(private readonly table: Table) {
    this.classes = table.columns.map((column, at) => classesOf(column, at, table));
    this.results = table.rows.map(({ then }) => (table.policy === 'ANY' ? canonical(then) : ''));
  }

  answer(): Cover {
    return { hit: this.hit, ...(this.gap && { gap: this.gap }), ...(this.overlap && { overlap: this.overlap }) };
  }

  from(at: number, rows: bigint, cells: readonly string[]): void {
    if ((this.steps += 1) > MOST || this.seen.has(`${at} ${rows}`)) return;
    this.seen.add(`${at} ${rows}`);
    const column = this.table.columns[at];
    if (rows === 0n) this.gap ??= this.table.columns.map((_, index) => cells[index] ?? '-');
    else if (!column) this.end(rows, cells);
    else
      for (const { values, rows: accepting } of this.classes[at]!)
        this.from(at + 1, rows & accepting, [...cells, cellText(values, column)]);
  }

  private end(rows: bigint, cells: readonly string[]): void {
    const held = this.table.rows.map((_, row) => row).filter((row) => (rows >> BigInt(row)) & 1n);
    const effective = this.table.policy === 'FIRST' ? held.slice(0, 1) : held;
    for (const row of effective) this.hit.add(this.table.rows[row]!.id);
    if (this.table.policy === 'FIRST' || this.table.policy === 'COLLECT') return;
    const [first, ...others] = held;
    const isOther = (row: number): boolean =>
      this.table.policy === 'UNIQUE' || this.results[row] !== this.results[first!];
    const second = others.find(isOther);
    if (second === undefined) return;
    this.overlap ??= { rows: [this.table.rows[first!]!.id, this.table.rows[second]!.id], at: cells };
  }
}
