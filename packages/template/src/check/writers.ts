import type { Model, Scope } from './model.js';
import { listIn, mapIn, type Raw } from './raw.js';
import type { Path } from './report.js';
import { entriesOf } from './uses.js';

/** One place that writes a field. */
export interface Writer {
  readonly field: string;
  readonly by: 'form' | 'table' | 'connector' | 'escalation' | 'mirror';
  readonly path: Path;
}

/** A form or table with the place where it stands: in this plan, or in the one around an inline escalation. */
function placed(model: Model, scope: Scope, group: 'forms' | 'decisions', id: unknown): { raw: Raw; path: Path } {
  const own = mapIn(scope.raw[group])[String(id)];
  const path = own === undefined ? [] : scope.path;
  return { raw: mapIn(own ?? mapIn(model.raw[group])[String(id)]), path: [...path, group, String(id)] };
}

/** Every place of a plan that writes a field while a case runs. */
export function writersIn(model: Model, scope: Scope): Writer[] {
  return scope.items.flatMap(({ raw, path }): Writer[] => {
    const form = placed(model, scope, 'forms', raw['form']);
    const entries = form.raw['wave'] === undefined ? [...entriesOf(form.raw, form.path)] : [];
    const table = placed(model, scope, 'decisions', raw['decision']);
    return [
      ...entries.filter(({ readOnly }) => !readOnly).map((one): Writer => ({ ...one, field: one.name, by: 'form' })),
      ...listIn(table.raw['outputs']).map((name, at): Writer => {
        return { field: String(name), by: 'table', path: [...table.path, 'outputs', at] };
      }),
      ...Object.keys(mapIn(raw['out'])).map((field): Writer => {
        return { field, by: 'connector', path: [...path, 'out', field] };
      }),
    ];
  });
}

/** What escalations give back to the plan, and what their explicit `in` mirrors into an inline one. */
export function handedOver(scope: Scope): Writer[] {
  return scope.escalations.flatMap(({ raw, path }): Writer[] => {
    const out = mapIn(raw['out']);
    const results = Object.keys(out).map((field): Writer => ({
      field,
      by: 'escalation',
      path: [...path, 'out', field],
    }));
    return results;
  });
}

/** Child fields that `in` keeps equal to the parent's; one that `out` gives back is only started by `in`. */
export function mirrorsOf(raw: Raw, path: Path): Writer[] {
  const returned = new Set(Object.values(mapIn(raw['out'])).map(String));
  return Object.keys(mapIn(raw['in']))
    .filter((field) => !returned.has(field))
    .map((field) => ({ field, by: 'mirror', path: [...path, 'in', field] }));
}
