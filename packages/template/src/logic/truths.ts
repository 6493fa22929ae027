import { evaluate, type Expression, type Json, type View } from '@thuisreis/engine';
import type { Model, Scope } from '../check/model.js';
import { abstracted, keyOf, type Variable, type Variables } from './atoms.js';
import { domainOf } from './domain.js';

export type Truth = boolean | undefined;
/** A value for each thing looked at, by its key; absent is unknown. */
export type Assignment = ReadonlyMap<string, Json>;
const MOST = 20_000;

/** Values that a name can have where they are fewer than its type allows. */
export type Attainable = (name: Expression) => readonly Json[] | undefined;

/**
 * Every way in which the conditions can turn out together, by the engine's own evaluation. Undefined when there are
 * too many to look at: then nothing may be concluded.
 */
export function waysOf(
  model: Model,
  scope: Scope,
  conditions: readonly Expression[],
  attainable: Attainable = () => undefined,
): Truth[][] | undefined {
  const variables: Variables = new Map();
  const trees = conditions.map((one) => abstracted(one, variables));
  const choices = [...variables.values()].map((one) => valuesOf(model, scope, one, attainable));
  if (choices.some((values) => values === undefined)) return undefined;
  const all = choices as (readonly (Json | undefined)[])[];
  if (all.reduce((product, values) => product * values.length, 1) > MOST) return undefined;
  const keys = [...variables.keys()];
  return [...assignments(keys, all)].map((assignment) => trees.map((tree) => truthOf(tree, assignment)));
}

const truthOf = (tree: Expression, assignment: Assignment): Truth => {
  const value = evaluate(tree, viewOf(assignment));
  return typeof value === 'boolean' ? value : undefined;
};

/** Unknown counts where the condition asks for it by `has()`, and for parts whose inside is left alone. */
function valuesOf(model: Model, scope: Scope, { name, literals, isAsked }: Variable, attainable: Attainable) {
  if (!name) return [true, false, undefined];
  const known = attainable(name) ?? domainOf(model, scope, name, literals);
  const mayLack = isAsked && (name[0] !== 'fact' || model.fields.get(name[1])?.raw['default'] === undefined);
  return known && mayLack ? [...known, undefined] : known;
}

function* assignments(keys: readonly string[], all: readonly (readonly (Json | undefined)[])[]): Generator<Assignment> {
  const [key, ...others] = keys;
  if (key === undefined) return yield new Map();
  const [values = [], ...rest] = all;
  for (const inner of assignments(others, rest))
    for (const value of values) yield value === undefined ? inner : new Map([...inner, [key, value]]);
}

function viewOf(assignment: Assignment): View {
  const of = (...name: string[]): Json | undefined => assignment.get(keyOf(name as unknown as Expression));
  const part = (path: string): Json | undefined =>
    path.startsWith('project.')
      ? of('project', path.slice('project.'.length))
      : path.startsWith('tally.')
        ? of('tally', path.slice('tally.'.length))
        : (assignment.get(path) ?? of('fact', path));
  return {
    calendar: { hash: '', zone: '', workingDays: [], holidays: [], closed: [], offsets: [], until: '' },
    day: '2026-01-05',
    facts: new Proxy({}, { get: (_, path) => part(String(path)) }),
    param: () => undefined,
    law: () => undefined,
    fallback: () => undefined,
    outcome: (item) => of('outcome', item) as string | undefined,
    counted: (item) => of('count', item) as number,
    dated: (item) => of('date', item) as string | undefined,
    reached: (milestone) => of('milestone', milestone) === true,
    reachedThere: (escalation, milestone) => of('escalationMilestone', escalation, milestone) === true,
    reachedByProject: (milestone) => of('projectMilestone', milestone) === true,
  };
}
