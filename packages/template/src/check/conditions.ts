import type { Expression } from '@thuisreis/engine';
import { NoExpression, nodesOf, parseExpression } from '../expression.js';
import { date, kindOfType, length, truth, whole, type Kind } from '../logic/kinds.js';
import type { ItemNode, Model, Scope } from './model.js';
import { idsIn, listIn, mapIn, type Raw } from './raw.js';
import type { Path } from './report.js';

/** One expression as written: where, inside which plan, and its tree or why there is none. */
export interface Condition {
  readonly path: Path;
  readonly text: string;
  readonly scope: Scope;
  /** The key it stands under: `if`, `while`, `requires`, … */
  readonly key: string;
  /** `entry`, `exit` or `complete` for a sentry. */
  readonly sentry?: string;
  readonly owner?: ItemNode;
  readonly tree?: Expression;
  readonly wrong?: NoExpression;
}

const lengths = ['hold', 'window', 'acknowledgeWithin', 'resolveWithin', 'maxAge'] as const;
const isLength = (text: string): boolean => /^P/.test(text);

/** Every condition, value and computed length of a template. */
export function conditionsOf(scopes: readonly Scope[]): Condition[] {
  const found: Condition[] = [];
  for (const scope of scopes) {
    const add = (text: unknown, path: Path, key: string, more: Partial<Condition> = {}): void => {
      if (typeof text === 'string') found.push({ path, text, scope, key, ...more, ...parsed(text) });
    };
    const sentriesOf = (one: Raw, path: Path, owner?: ItemNode): void => {
      for (const sentry of ['entry', 'exit', 'complete'])
        listIn(one[sentry]).forEach((part, index) =>
          add(mapIn(part)['if'], [...path, sentry, index, 'if'], 'if', { sentry, ...(owner && { owner }) }),
        );
    };
    if (scope.path.length === 0) sentriesOf(scope.raw, scope.path);
    for (const owner of [...scope.items, ...scope.escalations]) {
      const { raw: one, path } = owner;
      sentriesOf(one, path, owner);
      add(one['required'], [...path, 'required'], 'required', { owner });
      add(one['requires'], [...path, 'requires'], 'requires', { owner });
      add(mapIn(one['repeat'])['while'], [...path, 'repeat', 'while'], 'while', { owner });
      for (const key of ['needs', 'period', 'in'])
        for (const [name, part] of Object.entries(mapIn(one[key]))) add(part, [...path, key, name], key, { owner });
      for (const key of lengths) if (!isLength(String(one[key] ?? 'P'))) add(one[key], [...path, key], key, { owner });
      const { every, max } = mapIn(one['repeat']);
      if (!isLength(String(every ?? 'P'))) add(every, [...path, 'repeat', 'every'], 'every', { owner });
      add(max, [...path, 'repeat', 'max'], 'max', { owner });
      for (const [clock, at] of [
        [one, path],
        [mapIn(one['due']), [...path, 'due']],
      ] as const)
        for (const key of ['after', 'at', 'warn'])
          if (key === 'at' || !isLength(String(clock[key] ?? 'P'))) add(clock[key], [...at, key], key, { owner });
    }
    const own = mapIn(scope.raw['decisions']);
    for (const [id, table] of Object.entries(own))
      listIn(mapIn(table)['inputs']).forEach((part, index) =>
        add(part, [...scope.path, 'decisions', id, 'inputs', index], 'inputs'),
      );
    for (const [id, table] of Object.entries(own))
      for (const [row, { then }] of Object.entries(mapIn(mapIn(table)['rules'])).map(
        ([row, one]) => [row, mapIn(one)] as const,
      ))
        listIn(then).forEach((part, index) => {
          if (/^(params|law)\.[A-Za-z0-9]+$/.test(String(part)))
            add(part, [...scope.path, 'decisions', id, 'rules', row, 'then', index], 'then');
        });
    for (const [id, one] of Object.entries(mapIn(scope.raw['forms'])))
      for (const { visible, path } of visibleIn(mapIn(one), [...scope.path, 'forms', id]))
        add(visible, path, 'visibleIf');
  }
  return found;
}

function* visibleIn(form: Raw, path: Path): Generator<{ visible: unknown; path: Path }> {
  const parts: [Raw, Path][] = [[form, path]];
  for (const [id, page] of Object.entries(mapIn(form['pages']))) parts.push([mapIn(page), [...path, 'pages', id]]);
  for (const [part, at] of parts) {
    yield { visible: part['visibleIf'], path: [...at, 'visibleIf'] };
    for (const [index, entry] of listIn(part['fields']).entries())
      yield { visible: mapIn(entry)['visibleIf'], path: [...at, 'fields', index, 'visibleIf'] };
  }
}

function parsed(text: string): Pick<Condition, 'tree' | 'wrong'> {
  try {
    return { tree: parseExpression(text) };
  } catch (error) {
    if (error instanceof NoExpression) return { wrong: error };
    throw error;
  }
}

/** The fields that a condition reads, in the order written. */
export const fieldsRead = ({ tree }: Condition): string[] =>
  tree ? [...nodesOf(tree)].flatMap((node) => (node[0] === 'fact' || node[0] === 'has' ? [node[1]] : [])) : [];

const truths = new Set(['if', 'required', 'requires', 'while', 'visibleIf', 'where']);
const byKey: Readonly<Record<string, Kind>> = {
  at: date,
  period: date,
  max: whole,
  ...Object.fromEntries([...lengths, 'after', 'warn', 'every'].map((key) => [key, length])),
};
/** The kind that the place of an expression takes; undefined where any will do. */
export function expectedOf(model: Model, { key, path, owner }: Condition): Kind | undefined {
  if (truths.has(key)) return truth;
  if (key !== 'in' || owner?.kind !== 'escalation') return byKey[key];
  const child = model.childOf(owner)?.fields.get(String(path.at(-1)))?.raw;
  return child && kindOfType(child['type'], idsIn(child['values']));
}

/** Conditions that can be read and mean true or false. */
export const truthful = (model: Model): (Condition & { readonly tree: Expression })[] =>
  model.conditions.filter(
    (one): one is Condition & { readonly tree: Expression } => truths.has(one.key) && one.tree !== undefined,
  );

const indexed = new WeakMap<Model, ReadonlyMap<string, Condition>>();
/** The expression that stands at this place. */
export function conditionAt(model: Model, path: Path): Condition | undefined {
  const index = indexed.get(model) ?? new Map(model.conditions.map((one) => [one.path.join('.'), one]));
  indexed.set(model, index);
  return index.get(path.join('.'));
}

/** A condition that stands outside the plan it is about. */
export const conditionFrom = (text: string, scope: Scope): Condition => ({
  path: [],
  text,
  scope,
  key: 'where',
  ...parsed(text),
});
