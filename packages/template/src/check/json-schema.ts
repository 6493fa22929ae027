import { grammar } from './grammar.js';
import type { Constraint, Keyed, Scalar, Shape } from './shape-kinds.js';

export type JsonSchema = { readonly [key: string]: unknown };
const ID = '^[a-z][A-Za-z0-9]*$';
const scalar = ['string', 'number', 'boolean'];
const text = { type: 'object', additionalProperties: { type: 'string' } };
const scalars: Readonly<Partial<Record<Scalar, JsonSchema>>> = {
  any: {},
  value: { anyOf: [{ type: scalar }, { type: 'array', items: { type: scalar } }] },
  id: { type: 'string', pattern: ID },
  text,
  condition: { type: ['string', 'boolean'] },
  expression: { type: scalar },
  count: { type: 'integer', minimum: 0 },
  event: { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*\\.[A-Za-z][A-Za-z0-9]*$' },
  reference: { type: 'string', pattern: '^(base/)?[A-Za-z][A-Za-z0-9]*@\\S' },
  baseReference: { type: 'string', pattern: '^base/[A-Za-z][A-Za-z0-9]*@\\S' },
  version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
};
const most = (key: string, value: number | undefined): JsonSchema => (value === undefined ? {} : { [key]: value });

function node(shape: Shape): JsonSchema {
  if (typeof shape === 'string') return scalars[shape] ?? { type: plain(shape) };
  if ('ref' in shape) return { $ref: `#/$defs/${shape.ref}` };
  if ('oneOf' in shape) return { enum: shape.oneOf };
  if ('items' in shape) return { type: 'array', items: node(shape.items), ...most('maxItems', shape.most) };
  if ('either' in shape) return { anyOf: shape.either.map(node) };
  if ('map' in shape) {
    const names = shape.keys === 'free' ? {} : { propertyNames: { pattern: ID } };
    return { type: 'object', ...names, additionalProperties: node(shape.map), ...most('maxProperties', shape.most) };
  }
  if ('byKind' in shape)
    return { oneOf: Object.entries(shape.byKind).map(([kind, one]) => ({ allOf: [ofKind(kind), node(one)] })) };
  return keyed(shape);
}
const plain = (shape: Scalar): string => (shape === 'boolean' || shape === 'number' ? shape : 'string');

/** An overlay leaves out what its base has: only a file without `extends` needs every required key. */
function keyed({ keys, required, also }: Keyed): JsonSchema {
  const properties = Object.fromEntries(Object.entries(keys).map(([key, one]) => [key, node(one)]));
  return { type: 'object', properties, required, additionalProperties: false, ...rules(also) };
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

const ofKind = (kind: string): JsonSchema => ({ properties: { kind: { const: kind } }, required: ['kind'] });

/** The grammar as JSON Schema, so that editors complete and underline while someone writes. */
export function schema(): JsonSchema {
  const $defs = Object.fromEntries(Object.entries(grammar).map(([name, shape]) => [name, node(shape)]));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: '#/$defs/template', $defs };
}
