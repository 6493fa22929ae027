import type { Expression } from '@thuisreis/engine';
import type { FindingCode } from '@thuisreis/words';
import type { Condition } from './conditions.js';
import type { Model, Scope } from './model.js';
import { listIn, mapIn, textIn, type Raw } from './raw.js';
import type { Report } from './report.js';

interface Asked {
  readonly field: string;
  readonly isSure: boolean;
}
/** Entries of the forms that tasks of a plan use; sure when whoever fills in the form must answer them. */
function askedIn(model: Model, scope: Scope): Asked[] {
  const forms = new Set(scope.items.map(({ raw }) => textIn(raw['form'])));
  return [...forms].flatMap((id) => {
    const form = mapIn(scope.forms[id ?? '']);
    const pages = [form, ...Object.values(mapIn(form['pages'])).map(mapIn)];
    return form['wave'] === undefined ? pages.flatMap((page) => askedOn(model, page)) : [];
  });
}
function askedOn(model: Model, page: Raw): Asked[] {
  return listIn(page['fields']).flatMap((written): Asked[] => {
    const entry = mapIn(written);
    const field = textIn(written) ?? textIn(entry['field']) ?? '';
    const isFree = entry['optional'] === true || model.fields.get(field)?.raw['optional'] === true;
    const isHidden = entry['visibleIf'] !== undefined || page['visibleIf'] !== undefined;
    return entry['readOnly'] === true ? [] : [{ field, isSure: !isFree && !isHidden }];
  });
}

const known = new WeakMap<Model, Map<Scope, ReadonlyMap<string, boolean>>>();
/** Per field of a plan's forms whether some entry is sure to be answered; what an inline plan reads is also its parent's. */
function answersOf(model: Model, scope: Scope): ReadonlyMap<string, boolean> {
  const cache = known.get(model) ?? new Map<Scope, ReadonlyMap<string, boolean>>();
  known.set(model, cache);
  const found = cache.get(scope);
  if (found) return found;
  const answers = new Map<string, boolean>();
  for (const one of new Set([scope, model.scopes[0]!]))
    for (const { field, isSure } of askedIn(model, one)) answers.set(field, isSure || (answers.get(field) ?? false));
  cache.set(scope, answers);
  return answers;
}

/** Whether a field can be unknown although somebody was asked (§8). */
export function canBeUnknown(model: Model, scope: Scope, name: string): boolean {
  const raw = model.fields.get(name)?.raw;
  if (!raw || raw['default'] !== undefined) return false;
  if (raw['mayDecline'] === true) return true;
  return raw['given'] !== true && answersOf(model, scope).get(name) === false;
}

const flat = (operator: '&&' | '||', node: Expression): Expression[] =>
  node[0] === operator ? [...flat(operator, node[1]), ...flat(operator, node[2])] : [node];

/** Fields read outside `has(f) && …` and `!has(f) || …`. */
export function unguarded(node: Expression, guarded: ReadonlySet<string> = new Set()): string[] {
  if (node[0] === 'fact') return guarded.has(node[1]) ? [] : [node[1]];
  if (node[0] === 'has' || node[0] === 'literal') return [];
  if (node[0] === 'list') return node[1].flatMap((part) => unguarded(part, guarded));
  if (node[0] === '&&' || node[0] === '||') {
    const parts = flat(node[0], node);
    const asked = parts.map((part) =>
      node[0] === '||' && part[0] === 'not' ? part[1] : node[0] === '&&' ? part : node,
    );
    const more = asked.flatMap((part) => (part[0] === 'has' ? [part[1]] : []));
    return parts.flatMap((part) => unguarded(part, new Set([...guarded, ...more])));
  }
  return node
    .slice(1)
    .flatMap((part) => (Array.isArray(part) ? unguarded(part as unknown as Expression, guarded) : []));
}

/** Reports of one code for every field that can be unknown where one of these conditions reads it. */
export function lacking(model: Model, code: FindingCode, isMeant: (one: Condition) => boolean): Report[] {
  return model.conditions
    .filter((one) => isMeant(one))
    .flatMap(({ tree, path, scope }) =>
      [...new Set(tree ? unguarded(tree) : [])]
        .filter((name) => canBeUnknown(model, scope, name))
        .map((name): Report => ({ code, path, params: { name } })),
    );
}
