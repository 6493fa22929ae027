/**
 * Three-valued evaluation of compiled expressions (§9): `undefined` is *unknown*, and unknown is never false.
 * Each expression becomes a function once, because the same conditions are asked after every change of every case.
 */
import { addDays, addWorkdays, isDay } from './instant.js';
import type { BinaryOperator, Calendar, Day, Expression, Facts, Json } from './types.js';

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
export type Condition = (view: View) => Value;

const conditions = new WeakMap<Expression, Condition>();
/** The function of an expression, made once. */
export function conditionOf(expression: Expression): Condition {
  const found = conditions.get(expression);
  if (found) return found;
  const made = compile(expression);
  conditions.set(expression, made);
  return made;
}
export const evaluate = (expression: Expression, view: View): Value => conditionOf(expression)(view);
/** True only when it is true: unknown never fires, never shares, never closes. */
export const holds = (expression: Expression | undefined, view: View): boolean =>
  expression === undefined || evaluate(expression, view) === true;

function compile(expression: Expression): Condition {
  switch (expression[0]) {
    case 'not':
      return of1(expression[1], not);
    case 'negate':
      return of1(expression[1], negate);
    case 'known':
      return of1(expression[1], (value) => value !== undefined);
    case 'size':
      return of1(expression[1], sizeOf);
    case 'days':
    case 'workdays':
      return of1(expression[1], (value) => lengthOf(expression[0] as 'days', value));
    case 'list':
      return list(expression[1].map(conditionOf));
    case '&&':
    case '||':
      return ofBoth(expression[0], conditionOf(expression[1]), conditionOf(expression[2]));
    case '==':
      return equality(conditionOf(expression[1]), expression[2]);
    default:
      return expression.length === 3 && isOperator(expression[0])
        ? ofTwo(expression[0], conditionOf(expression[1] as Expression), conditionOf(expression[2] as Expression))
        : nameOf(expression);
  }
}
/** A literal, or one of the names of §9. */
function nameOf(expression: Expression): Condition {
  const [kind, id, milestone] = expression as readonly [string, string, string];
  switch (kind) {
    case 'literal':
      return () => id;
    case 'fact':
      return (view) => view.facts[id] ?? view.fallback(id);
    case 'has':
      return (view) => (view.facts[id] ?? view.fallback(id)) !== undefined;
    case 'param':
      return (view) => view.param(id);
    case 'law':
      return (view) => view.law(id);
    case 'project':
    case 'tally':
      return published(`${kind}.${id}`);
    case 'projectMilestone':
      return (view) => view.reachedByProject(id);
    case 'outcome':
      return (view) => view.outcome(id);
    case 'count':
      return (view) => view.counted(id);
    case 'date':
      return (view) => view.dated(id);
    case 'milestone':
      return (view) => view.reached(id);
    case 'escalationMilestone':
      return (view) => view.reachedThere(id, milestone);
    default:
      return () => undefined;
  }
}
const published =
  (path: string): Condition =>
  (view) =>
    view.facts[path];
const of1 = (part: Expression, then: (value: Value) => Value): Condition => {
  const value = conditionOf(part);
  return (view) => then(value(view));
};
const ofBoth = (operator: '&&' | '||', left: Condition, right: Condition): Condition =>
  operator === '&&' ? (view) => and(left(view), () => right(view)) : (view) => or(left(view), () => right(view));
const ofTwo =
  (operator: BinaryOperator, left: Condition, right: Condition): Condition =>
  (view) =>
    binary(operator, left(view), right(view), view);
/** The most asked question by far: a name against a literal. */
function equality(left: Condition, right: Expression): Condition {
  const [kind, wanted] = right;
  if (kind !== 'literal' || (typeof wanted === 'object' && wanted !== null))
    return ofTwo('==', left, conditionOf(right));
  return (view) => {
    const value = left(view);
    return value === undefined ? undefined : value === wanted;
  };
}
function list(parts: readonly Condition[]): Condition {
  return (view) => {
    const values = parts.map((part) => part(view));
    return values.includes(undefined) ? undefined : (values as readonly Json[]);
  };
}
const OPERATORS: readonly string[] = ['!=', '<', '<=', '>', '>=', '+', '-', '*', 'in'];
const isOperator = (kind: string): kind is BinaryOperator => OPERATORS.includes(kind);

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
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}

function binary(operator: BinaryOperator, left: Value, right: Value, view: View): Value {
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
  if (kind === 'literal') return [];
  return rest.flatMap((part) => (Array.isArray(part) ? reads(part as unknown as Expression) : []));
}
/** All that a change of which makes an expression worth asking again: fact paths, and `<name> <id>` of every other name. */
export function dependsOn(expression: Expression): readonly string[] {
  const [kind, ...rest] = expression;
  if (kind === 'list') return (rest[0] as readonly Expression[]).flatMap(dependsOn);
  if (kind === 'literal' || kind === 'param') return [];
  if (kind === 'law') return ['law'];
  if (['outcome', 'count', 'date', 'milestone', 'projectMilestone', 'escalationMilestone'].includes(kind))
    return [`${kind} ${rest[0] as string}`];
  return [...reads(expression), ...rest.flatMap((part) => (Array.isArray(part) ? dependsOn(part as never) : []))];
}
