import type { Expression } from '@thuisreis/engine';
import { nodesOf } from '../expression.js';
import type { Model } from '../check/model.js';
import { idsIn } from '../check/raw.js';
import { unknownName, type Path, type Report } from '../check/report.js';

/** Pairs of field and literal that one comparison holds together. */
function compared(node: Expression): [string, unknown][] {
  if (node[0] !== '==' && node[0] !== '!=' && node[0] !== 'in') return [];
  const [left, right] = [node[1], node[2]] as [Expression, Expression];
  const literals = (side: Expression): unknown[] =>
    side[0] === 'literal' ? [side[1]] : side[0] === 'list' ? side[1].flatMap(literals) : [];
  const pairs = (field: Expression, other: Expression): [string, unknown][] =>
    field[0] === 'fact' ? literals(other).map((value) => [field[1], value]) : [];
  return [...pairs(left, right), ...pairs(right, left)];
}

/** A literal compared with an enum, or its default, must be one of its values. */
export function d09(model: Model): Report[] {
  const values = (name: string): string[] => {
    const { type, values: list } = model.fields.get(name)?.raw ?? {};
    return type === 'enum' || type === 'multiEnum' ? idsIn(list) : [];
  };
  const judge = (name: string, value: unknown, path: Path): Report[] => {
    const known = values(name);
    if (typeof value !== 'string' || known.length === 0 || known.includes(value)) return [];
    return [unknownName('T-D09', path, value, known, { field: name })];
  };
  const fields = [...model.fields.values()].flatMap(({ name, raw, path }) => [
    ...[raw['default']].flat().flatMap((one) => judge(name, one, [...path, 'default'])),
    ...judge(name, raw['withdrawn'], [...path, 'withdrawn']),
  ]);
  const conditions = model.conditions.flatMap(({ tree, path }) =>
    tree
      ? [...nodesOf(tree)].flatMap((node) => compared(node).flatMap(([name, value]) => judge(name, value, path)))
      : [],
  );
  return [...fields, ...conditions];
}
