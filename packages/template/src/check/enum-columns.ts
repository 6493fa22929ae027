import type { Expression } from '@thuisreis/engine';
import { parseExpression } from '../expression.js';
import type { Model } from './model.js';
import { mapIn } from './raw.js';

/** The type of the field or param that an expression is, or `enum` for an outcome; undefined for anything more. */
export function parsedType(model: Model, written: unknown): unknown {
  const tree = treeOf(written);
  if (!tree) return undefined;
  if (tree[0] === 'fact') return model.fields.get(tree[1])?.raw['type'];
  if (tree[0] === 'param') return mapIn(mapIn(model.raw['params'])[tree[1]])['type'];
  return tree[0] === 'outcome' ? 'enum' : undefined;
}
function treeOf(written: unknown): Expression | undefined {
  try {
    return typeof written === 'string' ? parseExpression(written) : undefined;
  } catch {
    return undefined;
  }
}
