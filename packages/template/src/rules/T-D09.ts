import type { Expression } from '@thuisreis/engine';
import type { Condition } from '../check/conditions.js';
import { expectedOf } from '../check/conditions.js';
import type { Model } from '../check/model.js';
import { idsIn, mapIn, type Raw } from '../check/raw.js';
import { unknownName, type Path, type Report } from '../check/report.js';
import { nodesOf, written } from '../expression.js';
import { kindOfName } from '../logic/kind-of-name.js';

/** A literal that stands for a choice must be one of its values: in a condition, a default, or what withdrawing sets. */
export const d09 = (model: Model): Report[] => [
  ...[...model.fields.values()].flatMap(({ name, raw, path }) => inDefinition(name, raw, path)),
  ...Object.entries(mapIn(model.raw['params'])).flatMap(([id, raw]) => inDefinition(id, mapIn(raw), ['params', id])),
  ...model.conditions.flatMap((one) => inCondition(model, one)),
];

function judge(name: string, known: readonly string[], value: unknown, path: Path): Report[] {
  if (typeof value !== 'string' || known.includes(value)) return [];
  return [unknownName('T-D09', path, value, known, { field: name })];
}

function inDefinition(name: string, raw: Raw, path: Path): Report[] {
  if (!['enum', 'multiEnum'].includes(String(raw['type'])) || raw['values'] === undefined) return [];
  const known = idsIn(raw['values']);
  return ['default', 'withdrawn'].flatMap((key) =>
    [raw[key]].flat().flatMap((value) => judge(name, known, value, [...path, key])),
  );
}

const literalsIn = (side: Expression): unknown[] =>
  side[0] === 'literal' ? [side[1]] : side[0] === 'list' ? side[1].flatMap(literalsIn) : [];

function inCondition(model: Model, one: Condition): Report[] {
  const { tree, path, scope } = one;
  if (!tree) return [];
  const takes = expectedOf(model, one);
  const whole = takes?.values
    ? literalsIn(tree).flatMap((value) => judge(String(path.at(-1)), takes.values!, value, path))
    : [];
  const compared = [...nodesOf(tree)].flatMap((node) => {
    if (node[0] !== '==' && node[0] !== '!=' && node[0] !== 'in') return [];
    return [
      [node[1], node[2]],
      [node[2], node[1]],
    ].flatMap(([name, other]) => {
      const known = kindOfName(model, scope, name as Expression)?.values;
      return known
        ? literalsIn(other as Expression).flatMap((value) => judge(written(name as Expression), known, value, path))
        : [];
    });
  });
  return [...whole, ...compared];
}
