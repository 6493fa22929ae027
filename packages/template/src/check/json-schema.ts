import { grammar } from './grammar.js';
import type { Shape } from './shape-kinds.js';

export type JsonSchema = { readonly [key: string]: unknown };
const ID = '^[a-z][A-Za-z0-9]*$';
const scalars: Readonly<Record<string, JsonSchema>> = {
  any: {},
  value: { type: ['string', 'number', 'boolean', 'null', 'array'] },
  id: { type: 'string', pattern: ID },
  text: { type: 'object', additionalProperties: { type: 'string' } },
  condition: { type: ['string', 'boolean', 'number'] },
};

function node(shape: Shape): JsonSchema {
  if (typeof shape === 'string') return scalars[shape] ?? { type: shape };
  if ('ref' in shape) return { $ref: `#/$defs/${shape.ref}` };
  if ('oneOf' in shape) return { enum: shape.oneOf };
  if ('items' in shape) return { type: 'array', items: node(shape.items) };
  if ('either' in shape) return { anyOf: shape.either.map(node) };
  if ('map' in shape) return { type: 'object', additionalProperties: node(shape.map) };
  if ('byKind' in shape)
    return { oneOf: Object.entries(shape.byKind).map(([kind, one]) => ({ allOf: [ofKind(kind), node(one)] })) };
  const properties = Object.fromEntries(Object.entries(shape.keys).map(([key, one]) => [key, node(one)]));
  return { type: 'object', properties, required: shape.required, additionalProperties: false };
}

const ofKind = (kind: string): JsonSchema => ({ properties: { kind: { const: kind } } });

/** The grammar as JSON Schema, so that editors complete and underline while someone writes. */
export function schema(): JsonSchema {
  const $defs = Object.fromEntries(Object.entries(grammar).map(([name, shape]) => [name, node(shape)]));
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $ref: '#/$defs/template', $defs };
}
