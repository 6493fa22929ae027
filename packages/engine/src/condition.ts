/** Three-valued evaluation of compiled expressions: `undefined` is *unknown*, and unknown is never false. */
import { addDays, addWorkdays, isDay } from './instant.js';
import type { Calendar, Day, Expression, Facts, Json } from './types.js';

/** What a condition may look at. */
export interface View {
  readonly calendar: Calendar;
  readonly day: Day;
  readonly facts: Facts;
  param(id: string): Json | undefined;
  law(id: string): Json | undefined;
  fallback(path: string): Json | undefined;
  outcome(item: string): string | undefined;
  counted(item: string): number;
  dated(item: string): Day | undefined;
  reached(milestone: string): boolean;
  reachedThere(escalation: string, milestone: string): boolean;
  reachedByProject(milestone: string): boolean;
}
export type Value = Json | undefined;

const known = (view: View, path: string): Value => view.facts[path] ?? view.fallback(path);

export function evaluate(expression: Expression, view: View): Value {
  switch (expression[0]) {
    case 'literal':
      return expression[1];
    case 'fact':
      return known(view, expression[1]);
    case 'param':
      return view.param(expression[1]);
    case 'law':
      return view.law(expression[1]);
    case 'project':
      return view.facts[`project.${expression[1]}`];
    case 'projectMilestone':
      return view.reachedByProject(expression[1]);
    case 'tally':
      return view.facts[`tally.${expression[1]}`];
    case 'outcome':
      return view.outcome(expression[1]);
    case 'count':
      return view.counted(expression[1]);
    case 'date':
      return view.dated(expression[1]);
    case 'milestone':
      return view.reached(expression[1]);
    case 'escalationMilestone':
      return view.reachedThere(expression[1], expression[2]);
    case 'has':
      return known(view, expression[1]) !== undefined;
    case 'size':
      return sizeOf(evaluate(expression[1], view));
    case 'days':
    case 'workdays':
      return lengthOf(expression[0], evaluate(expression[1], view));
    case 'not':
      return not(evaluate(expression[1], view));
    case 'negate':
      return negate(evaluate(expression[1], view));
    case 'list':
      return listOf(expression[1].map((part) => evaluate(part, view)));
    case '&&':
      return and(evaluate(expression[1], view), () => evaluate(expression[2], view));
    case '||':
      return or(evaluate(expression[1], view), () => evaluate(expression[2], view));
    default:
      return binary(expression[0], evaluate(expression[1], view), evaluate(expression[2], view), view);
  }
}

/** True only when it is true: unknown never fires, never shares, never closes. */
export const holds = (expression: Expression | undefined, view: View): boolean =>
  expression === undefined || evaluate(expression, view) === true;

export const not = (value: Value): Value => (typeof value === 'boolean' ? !value : undefined);
export function and(left: Value, right: () => Value): Value {
  if (left === false) return false;
  const other = right();
  if (other === false) return false;
  return left === true && other === true ? true : undefined;
}
export function or(left: Value, right: () => Value): Value {
  if (left === true) return true;
  const other = right();
  if (other === true) return true;
  return left === false && other === false ? false : undefined;
}
const negate = (value: Value): Value => (typeof value === 'number' ? -value : undefined);
const listOf = (parts: readonly Value[]): Value =>
  parts.some((part) => part === undefined) ? undefined : (parts as readonly Json[]);
const lengthOf = (unit: 'days' | 'workdays', value: Value): Value =>
  typeof value === 'number' ? { [unit]: value } : undefined;
function sizeOf(value: Value): Value {
  return typeof value === 'string' || Array.isArray(value) ? value.length : undefined;
}

/** Equality of JSON; the order of keys does not matter, the order of a list does. */
export function same(left: Value, right: Value): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const a = left as { readonly [key: string]: Json };
  const b = right as { readonly [key: string]: Json };
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}

function binary(operator: string, left: Value, right: Value, view: View): Value {
  if (left === undefined || right === undefined) return undefined;
  if (operator === '==') return same(left, right);
  if (operator === '!=') return !same(left, right);
  if (operator === 'in') return Array.isArray(right) ? right.some((part: Json) => same(part, left)) : undefined;
  if (typeof left === 'number' && typeof right === 'number') return arithmetic(operator, left, right);
  if (typeof left === 'string' && typeof right === 'string') return compare(operator, left, right);
  return isDay(left) ? shifted(operator, left, right, view) : undefined;
}
function arithmetic(operator: string, left: number, right: number): Value {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return compare(operator, left, right);
}
export function compare<T extends number | string>(operator: string, left: T, right: T): Value {
  if (operator === '<') return left < right;
  if (operator === '<=') return left <= right;
  if (operator === '>') return left > right;
  return operator === '>=' ? left >= right : undefined;
}
function shifted(operator: string, day: Day, by: Json, view: View): Value {
  if (typeof by !== 'object' || by === null || (operator !== '+' && operator !== '-')) return undefined;
  const sign = operator === '+' ? 1 : -1;
  const { days, workdays } = by as { readonly days?: number; readonly workdays?: number };
  if (typeof days === 'number') return addDays(day, sign * days);
  return typeof workdays === 'number' ? addWorkdays(view.calendar, day, sign * workdays) : undefined;
}

/** Every fact path that an expression reads, for "rests on" and for what can change a criterion. */
export function reads(expression: Expression): readonly string[] {
  const [kind, ...rest] = expression;
  if (kind === 'fact' || kind === 'has') return [rest[0] as string];
  if (kind === 'project' || kind === 'tally') return [`${kind}.${rest[0] as string}`];
  if (kind === 'list') return (rest[0] as readonly Expression[]).flatMap(reads);
  return rest.flatMap((part) => (Array.isArray(part) ? reads(part as unknown as Expression) : []));
}
