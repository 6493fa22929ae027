import type { Expression, Json } from '@thuisreis/engine';
import type { Model, Scope } from '../check/model.js';
import { kindOfName } from './kind-of-name.js';
import type { Kind } from './kinds.js';

/** The values that stand for all that a name can have, seen through the literals it is compared with. */
export type Domain = readonly Json[];
const MOST_SUBSETS = 6;
const MOST_WHOLES = 40;

/** Undefined where no finite list stands for all values. */
export function domainOf(model: Model, scope: Scope, name: Expression, literals: readonly Json[]): Domain | undefined {
  return valuesOfKind(kindOfName(model, scope, name), boundsOf(model, name), literals);
}
export function valuesOfKind(kind: Kind | undefined, bounds: Bounds, literals: readonly Json[]): Domain | undefined {
  const numbers = literals.filter((one) => typeof one === 'number');
  switch (kind?.is) {
    case 'truth':
      return [true, false];
    case 'choice':
      return kind.values;
    case 'choices':
      return subsets(literals.filter((one) => typeof one === 'string'));
    case 'whole':
      return wholes(numbers, bounds);
    case 'decimal':
      return decimals(numbers, bounds);
    case 'date':
      return days(literals.filter((one) => typeof one === 'string'));
    case 'text':
      return ['-'];
    default:
      return undefined;
  }
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
}
/** What a number can be: a field's own bounds, counts from nought. */
export function boundsOf(model: Model, name: Expression): Bounds {
  const raw = name[0] === 'fact' ? model.fields.get(name[1])?.raw : undefined;
  const least = name[0] === 'count' || name[0] === 'tally' ? 0 : Number.MIN_SAFE_INTEGER;
  return {
    min: typeof raw?.['min'] === 'number' ? raw['min'] : least,
    max: typeof raw?.['max'] === 'number' ? raw['max'] : Number.MAX_SAFE_INTEGER,
  };
}

/** All of a short range; of a long one its ends and what lies at and beside each literal. */
function wholes(literals: readonly number[], { min, max }: Bounds): Domain {
  if (max - min < MOST_WHOLES) return Array.from({ length: Math.max(0, max - min + 1) }, (_, at) => min + at);
  const near = literals.flatMap((one) => [Math.floor(one) - 1, Math.floor(one), Math.floor(one) + 1]);
  return [...new Set([min, max, ...near])].filter((one) => one >= min && one <= max);
}
/** The ends, each literal, and one value in every space between them. */
function decimals(literals: readonly number[], { min, max }: Bounds): Domain {
  const cuts = [...new Set([min, max, ...literals])].filter((one) => one >= min && one <= max).sort((a, b) => a - b);
  return cuts.flatMap((one, at) => (at === 0 ? [one] : [(cuts[at - 1]! + one) / 2, one]));
}
const DAY = 86_400_000;
/** Each literal day, and the days before and after it. */
function days(literals: readonly string[]): Domain {
  const near = literals.flatMap((one) => [-1, 0, 1].map((by) => new Date(Date.parse(one) + by * DAY)));
  const named = near.filter((one) => !Number.isNaN(one.getTime())).map((one) => one.toISOString().slice(0, 10));
  return [...new Set(['2026-01-05', ...named])].sort();
}
function subsets(members: readonly string[]): Domain | undefined {
  const named = [...new Set(members)];
  if (named.length > MOST_SUBSETS) return undefined;
  return Array.from({ length: 2 ** named.length }, (_, bits) => named.filter((_one, at) => bits & (1 << at)));
}
