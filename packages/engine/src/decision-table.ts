/** DMN decision tables over three truth values: a result is either known or has to wait. */
import { compare, evaluate, same, type Value, type View } from './condition.js';
import type { Cell, Decision, Facts, Json } from './types.js';

/** A cell `-` is true of unknown, every other cell of unknown is unknown. */
export function cellHolds(cell: Cell, value: Value): boolean | undefined {
  if (cell[0] === 'any') return true;
  if (value === undefined) return undefined;
  switch (cell[0]) {
    case 'compare':
      return cell[1] === '==' ? equals(value, cell[2]) : ordered(cell[1], value, cell[2]);
    case 'between':
      return ordered('>=', value, cell[1]) && ordered('<=', value, cell[2]);
    case 'oneOf':
      return cell[1].some((part) => cellHolds(part, value) === true);
    case 'not':
      return cellHolds(cell[1], value) === false;
  }
}
/** A cell against a list is true when the list holds the value. */
function equals(value: Json, wanted: Json): boolean {
  return Array.isArray(value) && !Array.isArray(wanted) ? value.includes(wanted) : same(value, wanted);
}
function ordered(operator: string, left: Json, right: Json): boolean {
  if (typeof left === 'number' && typeof right === 'number') return compare(operator, left, right) === true;
  return typeof left === 'string' && typeof right === 'string' && compare(operator, left, right) === true;
}
function rowHolds(when: readonly Cell[], inputs: readonly Value[]): boolean | undefined {
  let result: boolean | undefined = true;
  for (const [index, cell] of when.entries()) {
    const one = cellHolds(cell, inputs[index]);
    if (one === false) return false;
    if (one === undefined) result = undefined;
  }
  return result;
}

/** The outputs of the table, or undefined while the result is unknown. */
export function decide(decision: Decision, view: View): Facts | undefined {
  const inputs = decision.inputs.map((input) => evaluate(input, view));
  const truths = decision.rules.map((rule) => rowHolds(rule.when, inputs));
  const chosen = choose(decision.hitPolicy, truths);
  return chosen && outputsOf(decision, chosen, view);
}
function choose(
  policy: Decision['hitPolicy'],
  truths: readonly (boolean | undefined)[],
): readonly number[] | undefined {
  if (policy !== 'FIRST' && truths.some((truth) => truth === undefined)) return undefined;
  const first = truths.findIndex((truth) => truth !== false);
  if (policy === 'COLLECT') return truths.flatMap((truth, row) => (truth ? [row] : []));
  return first >= 0 && truths[first] === true ? [first] : undefined;
}
function outputsOf(decision: Decision, rows: readonly number[], view: View): Facts | undefined {
  const result: { [path: string]: Json } = {};
  for (const [column, path] of decision.outputs.entries()) {
    const values = rows.map((row) => decision.rules[row]?.then[column]).map((cell) => cell && evaluate(cell, view));
    const value = decision.hitPolicy === 'COLLECT' ? union(values) : values[0];
    if (value === undefined) return undefined;
    result[path] = value;
  }
  return result;
}
function union(values: readonly Value[]): Value {
  const all = values.flatMap((value): readonly Value[] =>
    Array.isArray(value) ? (value as readonly Json[]) : [value],
  );
  const known = all.filter((value): value is Json => value !== undefined);
  return known.length === all.length ? [...new Set(known)] : undefined;
}
