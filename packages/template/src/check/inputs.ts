import type { Model } from './model.js';
import { readsOf, writtenIn } from './uses.js';

const written = new WeakMap<Model, ReadonlySet<string>>();
/** Whether some task of the template, the import or an escalation writes the field. */
export function isWritten(model: Model, name: string): boolean {
  const all = written.get(model) ?? new Set(model.scopes.flatMap((scope) => [...writtenIn(scope)]));
  written.set(model, all);
  return all.has(name) || model.fields.get(name)?.raw['given'] === true;
}

/** The fields that an escalation template needs from its parent: read, written by nothing in it, without default. */
export function inputsOf(model: Model): string[] {
  const names = new Set(readsOf(model).map(({ name }) => name));
  return [...names].filter((name) => {
    const field = model.fields.get(name);
    return field && field.raw['default'] === undefined && !isWritten(model, name);
  });
}
