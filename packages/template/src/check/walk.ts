import { grammar } from './grammar.js';
import { meant, type Path, type Report } from './report.js';
import type { Shape } from './shape-kinds.js';

const ID = /^[a-z][A-Za-z0-9]*$/;
const reserved = new Set(
  (
    'in true false null as break const continue else for function if import let loop package namespace return var ' +
    'void while'
  ).split(' '),
);
/** Missing keys that have a code of their own. */
const own: Readonly<Record<string, 'T-W02' | 'T-P01'>> = { title: 'T-W02', label: 'T-W02', purpose: 'T-P01' };

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const wrong = (path: Path, nl: string, en: string): Report[] => [
  { code: 'T-Y06', path, params: { name: String(path.at(-1) ?? ''), expected: { nl, en } } },
];

/** Every departure of a value from its shape; the grammar's own codes only. */
export function walk(value: unknown, shape: Shape, path: Path = []): Report[] {
  if (typeof shape === 'string') return scalar(value, shape, path);
  if ('ref' in shape) return walk(value, grammar[shape.ref]!, path);
  if ('oneOf' in shape)
    return shape.oneOf.includes(String(value)) ? [] : wrong(path, shape.oneOf.join(' | '), shape.oneOf.join(' | '));
  if ('items' in shape)
    return Array.isArray(value)
      ? value.flatMap((one, index) => walk(one, shape.items, [...path, index]))
      : wrong(path, 'een lijst', 'a list');
  if ('either' in shape) return either(value, shape.either, path);
  if (!isMap(value)) return wrong(path, 'een groep sleutels', 'a group of keys');
  if ('map' in shape)
    return Object.entries(value).flatMap(([key, one]) => [
      ...badId(key, [...path, key]),
      ...walk(one, shape.map, [...path, key]),
    ]);
  if ('byKind' in shape) return byKind(value, shape.byKind, path);
  return keys(value, shape, path);
}

function badId(key: string, path: Path): Report[] {
  const good = (ID.test(key) && !reserved.has(key)) || key.includes('.');
  return good ? [] : [{ code: 'T-Y08', path, params: { name: key } }];
}

function either(value: unknown, shapes: readonly Shape[], path: Path): Report[] {
  const tried = shapes.map((one) => walk(value, one, path));
  const isHere = ({ code, path: at }: Report): boolean => code === 'T-Y06' && at.length === path.length;
  return tried.find((one) => one.length === 0) ?? tried.find((one) => !one.some(isHere)) ?? tried[0]!;
}

function byKind(value: Record<string, unknown>, kinds: Readonly<Record<string, Shape>>, path: Path): Report[] {
  const shape = kinds[String(value['kind'])];
  if (shape) return walk(value, shape, path);
  if (value['kind'] === undefined) return [{ code: 'T-Y07', path, params: { name: 'kind' } }];
  return wrong([...path, 'kind'], Object.keys(kinds).join(' | '), Object.keys(kinds).join(' | '));
}

function keys(value: Record<string, unknown>, shape: Extract<Shape, { keys: unknown }>, path: Path): Report[] {
  const known = Object.keys(shape.keys);
  const missing = shape.required.filter((key) => value[key] === undefined);
  return [
    ...missing.map((name): Report => ({ code: own[name] ?? 'T-Y07', path, params: { name } })),
    ...Object.entries(value).flatMap(([key, one]) => {
      const inner = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
      if (inner) return walk(one, inner, [...path, key]);
      const { hint, instead } = meant(key, known);
      return [
        { code: 'T-Y03', path: [...path, key], params: { name: key, hint }, ...(instead && { instead }) } as Report,
      ];
    }),
  ];
}

function scalar(value: unknown, shape: string, path: Path): Report[] {
  switch (shape) {
    case 'any':
      return [];
    case 'value':
      return isMap(value) ? wrong(path, 'een waarde', 'a value') : [];
    case 'condition':
      return ['string', 'boolean', 'number'].includes(typeof value) ? [] : wrong(path, 'een voorwaarde', 'a condition');
    case 'id':
      return typeof value === 'string' ? badId(value, path) : wrong(path, 'een naam', 'an id');
    case 'text':
      return isMap(value) && Object.values(value).every((one) => typeof one === 'string')
        ? []
        : wrong(path, 'een tekst per taal', 'a text per language');
    default:
      return typeof value === shape ? [] : wrong(path, typeWords[shape]!.nl, typeWords[shape]!.en);
  }
}
const typeWords: Record<string, { nl: string; en: string }> = {
  string: { nl: 'een tekst', en: 'a text' },
  boolean: { nl: 'true of false', en: 'true or false' },
  number: { nl: 'een getal', en: 'a number' },
};
