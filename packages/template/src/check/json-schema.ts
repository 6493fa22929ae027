import { grammar } from './grammar.js';
import type { Constraint, Keyed, Scalar, Shape } from './shape-kinds.js';

export type JsonSchema = { readonly [key: string]: unknown };
/** How a part is written: whole, or over a base, where keys may be left out, removed by null or appended to. */
type Layer = 'whole' | 'over';

const ID = '^[a-z][A-Za-z0-9]*$';
const scalar = ['string', 'number', 'boolean'];
const scalars: Readonly<Partial<Record<Scalar, JsonSchema>>> = {
  any: {},
  value: { anyOf: [{ type: scalar }, { type: 'array', items: { type: scalar } }] },
  id: { type: 'string', pattern: ID },
  text: { type: 'object', additionalProperties: { type: 'string' } },
  condition: { type: ['string', 'boolean'] },
  expression: { type: scalar },
  count: { type: 'integer', minimum: 0 },
  event: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*\\.[A-Za-z][A-Za-z0-9]*$' },
  reference: { type: 'string', pattern: '^(base/)?[A-Za-z][A-Za-z0-9]*@\\S' },
  baseReference: { type: 'string', pattern: '^base/[A-Za-z][A-Za-z0-9]*@\\S' },
  version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
};
const plain = (shape: Scalar): JsonSchema => ({ type: shape === 'boolean' || shape === 'number' ? shape : 'string' });
const most = (key: string, value: number | undefined): JsonSchema => (value === undefined ? {} : { [key]: value });
const nullable = (one: JsonSchema, layer: Layer): JsonSchema =>
  layer === 'over' ? { anyOf: [one, { type: 'null' }] } : one;
const nameOf = (name: string, layer: Layer): string => (layer === 'over' ? `${name}OverBase` : name);

function node(shape: Shape, layer: Layer): JsonSchema {
  if (typeof shape === 'string') return scalars[shape] ?? plain(shape);
  if ('ref' in shape) return { $ref: `#/$defs/${nameOf(shape.ref, layer)}` };
  if ('oneOf' in shape) return { enum: shape.oneOf };
  if ('items' in shape) return { type: 'array', items: node(shape.items, 'whole'), ...most('maxItems', shape.most) };
  if ('either' in shape) return { anyOf: shape.either.map((one) => node(one, layer)) };
  if ('map' in shape) return map(shape, layer);
  if ('byKind' in shape) return byKind(shape.byKind, layer);
  return keyed(shape, layer);
}
function map({ map: inner, keys, most: limit }: Extract<Shape, { map: Shape }>, layer: Layer): JsonSchema {
  const names = keys === 'free' ? {} : { propertyNames: { pattern: ID } };
  const additionalProperties = nullable(node(inner, layer), layer);
  return { type: 'object', ...names, additionalProperties, ...most('maxProperties', limit) };
}
/** Over a base the kind of a task may be left out: then any kind's keys will do. */
function byKind(kinds: Readonly<Record<string, Shape>>, layer: Layer): JsonSchema {
  const all = Object.entries(kinds);
  if (layer === 'over') return { anyOf: all.map(([, one]) => node(one, layer)) };
  return { oneOf: all.map(([kind, one]) => ({ allOf: [ofKind(kind), node(one, layer)] })) };
}
const ofKind = (kind: string): JsonSchema => ({ properties: { kind: { const: kind } }, required: ['kind'] });

const isList = (shape: Shape): boolean =>
  typeof shape === 'object' && ('items' in shape || ('either' in shape && shape.either.some(isList)));
function keyed({ keys, required, also }: Keyed, layer: Layer): JsonSchema {
  const properties = Object.entries(keys).map(([key, one]) => [key, nullable(node(one, layer), layer)]);
  const whole = { type: 'object', additionalProperties: false };
  if (layer === 'whole') return { ...whole, properties: Object.fromEntries(properties), required, ...rules(also) };
  const added = Object.entries(keys).flatMap(([key, one]) =>
    isList(one) ? [[`${key}+`, { type: 'array' }] as const] : [],
  );
  const head = required.includes('dsl') ? ['dsl', 'kind', 'name', 'version', 'extends'] : [];
  return { ...whole, properties: Object.fromEntries([...properties, ...added]), required: head };
}
const needs = (key: string): JsonSchema => ({ required: [key] });
const rules = (also: readonly Constraint[]): JsonSchema => (also.length > 0 ? { allOf: also.map(rule) } : {});
function rule(one: Constraint): JsonSchema {
  if ('exactlyOne' in one) return { oneOf: one.exactlyOne.map(needs) };
  if ('atLeastOne' in one) return { anyOf: one.atLeastOne.map(needs) };
  if ('excludes' in one) {
    const [first, ...others] = one.excludes;
    return { not: { allOf: [needs(first), { anyOf: others.map(needs) }] } };
  }
  const condition = { required: [one.when], properties: { [one.when]: { enum: one.is } } };
  return { if: condition, then: { required: one.needs } };
}

/** The grammar as JSON Schema, so that editors complete and underline while someone writes. */
export function schema(): JsonSchema {
  const house = ['corporation', 'law'];
  const defs = Object.entries(grammar).flatMap(([name, shape]): [string, JsonSchema][] => [
    [name, node(shape, 'whole')],
    ...(house.includes(name) ? [] : [[nameOf(name, 'over'), node(shape, 'over')] as [string, JsonSchema]]),
  ]);
  const choose = (condition: JsonSchema, name: string, otherwise: JsonSchema): JsonSchema => ({
    if: condition,
    then: { $ref: `#/$defs/${name}` },
    else: otherwise,
  });
  const template = choose(needs('extends'), nameOf('template', 'over'), { $ref: '#/$defs/template' });
  const root = house.reduce((otherwise, name) => choose(ofKind(name), name, otherwise), template);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'thuisreis/1',
    ...root,
    $defs: Object.fromEntries(defs),
  };
}
