import { grammar } from './grammar.js';
import { constrain, limit } from './constraints.js';
import { meant, type Path, type Report } from './report.js';
import { badId, isMap, scalar, wrong } from './scalars.js';
import type { Keyed, Shape } from './shape-kinds.js';

/** Missing keys that have a code of their own. */
const own: Readonly<Record<string, 'T-W02' | 'T-P01' | 'T-M05'>> = {
  title: 'T-W02',
  label: 'T-W02',
  purpose: 'T-P01',
  when: 'T-M05',
  then: 'T-M05',
};

/** Every departure of a value from its shape; the grammar's own codes only. */
export function walk(value: unknown, shape: Shape, path: Path = []): Report[] {
  if (typeof shape === 'string') return scalar(value, shape, path);
  if ('ref' in shape) return walk(value, grammar[shape.ref]!, path);
  if ('oneOf' in shape) {
    const isOne = typeof value === 'string' && shape.oneOf.includes(value);
    return isOne ? [] : wrong(path, shape.oneOf.join(' | '), shape.oneOf.join(' | '));
  }
  if ('items' in shape) return list(value, shape, path);
  if ('either' in shape) return either(value, shape.either, path);
  if (!isMap(value)) return wrong(path, 'een groep sleutels', 'a group of keys');
  if ('map' in shape) return map(value, shape, path);
  if ('byKind' in shape) return byKind(value, shape.byKind, path);
  return keyed(value, shape, path);
}

function list(value: unknown, { items, most }: Extract<Shape, { items: Shape }>, path: Path): Report[] {
  if (!Array.isArray(value)) return wrong(path, 'een lijst', 'a list');
  return [...limit(value.length, most, path), ...value.flatMap((one, index) => walk(one, items, [...path, index]))];
}
function map(value: Record<string, unknown>, shape: Extract<Shape, { map: Shape }>, path: Path): Report[] {
  const entries = Object.entries(value);
  return [
    ...limit(entries.length, shape.most, path),
    ...entries.flatMap(([key, one]) => [
      ...badId(key, shape.keys, [...path, key]),
      ...walk(one, shape.map, [...path, key]),
    ]),
  ];
}

/** Of several shapes the one that fits, else the one whose kind of value fits. */
function either(value: unknown, shapes: readonly Shape[], path: Path): Report[] {
  const tried = shapes.map((one) => walk(value, one, path));
  const isHere = ({ code, path: at }: Report): boolean => code === 'T-Y06' && at.length === path.length;
  return tried.find((one) => one.length === 0) ?? tried.find((one) => !one.some(isHere)) ?? tried[0]!;
}

function byKind(value: Record<string, unknown>, kinds: Readonly<Record<string, Shape>>, path: Path): Report[] {
  const { kind } = value;
  const shape = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (shape) return walk(value, shape, path);
  if (kind === undefined) return [{ code: 'T-Y07', path, params: { name: 'kind' } }];
  const { instead } = typeof kind === 'string' ? meant(kind, Object.keys(kinds)) : {};
  const names = Object.keys(kinds).join(' | ');
  return wrong([...path, 'kind'], names, names).map((one) => ({ ...one, ...(instead && { instead }) }));
}

function keyed(value: Record<string, unknown>, shape: Keyed, path: Path): Report[] {
  const missing = shape.required.filter((key) => value[key] === undefined);
  return [
    ...missing.map((name): Report => ({
      code: own[name] ?? 'T-Y07',
      path,
      params: { name: own[name] === 'T-M05' ? String(path.at(-1)) : name },
    })),
    ...shape.also.flatMap((constraint) => constrain(value, constraint, path)),
    ...Object.entries(value).flatMap(([key, one]) => {
      const inner = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
      return inner ? walk(one, inner, [...path, key]) : unknownKey(key, shape, path);
    }),
  ];
}
function unknownKey(key: string, { keys }: Keyed, path: Path): Report[] {
  const { hint, instead } = meant(key, Object.keys(keys));
  return [{ code: 'T-Y03', path: [...path, key], params: { name: key, hint }, ...(instead && { instead }) }];
}
