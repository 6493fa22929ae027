import type { Expression } from '@thuisreis/engine';
import { NoExpression, nodesOf, parseExpression } from '../expression.js';
import type { ItemNode, Scope } from './model.js';
import { listIn, mapIn, type Raw } from './raw.js';
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
      for (const [clock, at] of [
        [one, path],
        [mapIn(one['due']), [...path, 'due']],
      ] as const)
        for (const key of ['after', 'at', 'warn'])
          if (!isLength(String(clock[key] ?? 'P'))) add(clock[key], [...at, key], key, { owner });
    }
    const own = mapIn(scope.raw['decisions']);
    for (const [id, table] of Object.entries(own))
      listIn(mapIn(table)['inputs']).forEach((part, index) =>
        add(part, [...scope.path, 'decisions', id, 'inputs', index], 'inputs'),
      );
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
