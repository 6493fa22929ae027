import type { Expression, Json } from '@thuisreis/engine';
import { nodesOf } from '../expression.js';

const names = new Set<string>([
  ...['fact', 'project', 'projectMilestone', 'tally', 'outcome', 'count', 'date', 'milestone', 'escalationMilestone'],
]);
const sums = new Set<string>(['+', '-', '*', 'negate', 'size', 'days', 'workdays', 'param', 'law']);

/** One thing that a condition looks at, with the literals it is held against. */
export interface Variable {
  readonly key: string;
  /** Undefined for a part that is only known to be true, false or unknown. */
  readonly name?: Expression;
  readonly literals: Json[];
  /** `has()` asks whether it is there at all. */
  isAsked: boolean;
}
export type Variables = Map<string, Variable>;

export const keyOf = (name: Expression): string => JSON.stringify(name);

/**
 * Cuts a condition into what can be looked at by itself. A comparison of two names, or of a sum, is a part whose
 * inside is left alone: it may be true, false or unknown. What is said about the rest holds however it turns out.
 */
export function abstracted(node: Expression, found: Variables): Expression {
  if (node[0] === '&&' || node[0] === '||') return [node[0], abstracted(node[1], found), abstracted(node[2], found)];
  if (node[0] === 'not') return ['not', abstracted(node[1], found)];
  if (node[0] === 'literal') return node;
  const inside = [...nodesOf(node)];
  const looked = inside.filter(([kind]) => names.has(kind) || kind === 'has');
  const isPlain = looked.length === 1 && !inside.some(([kind]) => sums.has(kind));
  return isPlain ? plain(node, looked[0]!, inside, found) : opaque(node, found);
}

function plain(node: Expression, [kind, ...rest]: Expression, inside: Expression[], found: Variables): Expression {
  const name = [kind === 'has' ? 'fact' : kind, ...rest] as unknown as Expression;
  const variable = remember(found, keyOf(name), name);
  if (kind === 'has' || inside.some((one) => one[0] === 'known')) variable.isAsked = true;
  for (const one of inside) if (one[0] === 'literal') variable.literals.push(one[1]);
  return node;
}
function opaque(node: Expression, found: Variables): Expression {
  const key = `?${JSON.stringify(node)}`;
  remember(found, key);
  return ['fact', key];
}
function remember(found: Variables, key: string, name?: Expression): Variable {
  const known = found.get(key) ?? { key, literals: [], isAsked: false, ...(name && { name }) };
  found.set(key, known);
  return known;
}
