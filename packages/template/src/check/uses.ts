import { fieldsRead } from './conditions.js';
import type { Model, Scope } from './model.js';
import { inFileOrder } from './order.js';
import { listIn, mapIn, textIn, type Raw } from './raw.js';
import type { Path } from './report.js';

export interface Use {
  readonly name: string;
  readonly path: Path;
}

/** The entries of a form, with or without pages. */
export function* entriesOf(form: Raw, path: Path): Generator<Use & { readOnly: boolean }> {
  const parts: [Raw, Path][] = [[form, path]];
  for (const [id, page] of Object.entries(mapIn(form['pages']))) parts.push([mapIn(page), [...path, 'pages', id]]);
  for (const [part, at] of parts)
    for (const [index, entry] of listIn(part['fields']).entries()) {
      const name = textIn(entry) ?? textIn(mapIn(entry)['field']);
      if (name !== undefined)
        yield { name, path: [...at, 'fields', index], readOnly: mapIn(entry)['readOnly'] === true };
    }
}

/** Fields that this plan's own tasks can write: forms, tables, connectors and escalations' results. */
export function writtenIn(scope: Scope): Set<string> {
  const written = new Set<string>();
  const all = (names: Iterable<unknown>): void => {
    for (const name of names) written.add(String(name));
  };
  for (const { raw } of scope.items) {
    const form = mapIn(scope.forms[String(raw['form'])]);
    for (const { name, readOnly } of entriesOf(form, [])) if (!readOnly) written.add(name);
    all(listIn(mapIn(scope.decisions[String(raw['decision'])])['outputs']));
    all(Object.keys(mapIn(raw['out'])));
  }
  for (const { raw } of scope.escalations) all(Object.keys(mapIn(raw['out'])));
  return written;
}

/** Every place that reads a field, in the order of the file. */
export function readsOf(model: Model): Use[] {
  const reads: Use[] = model.conditions.flatMap((one) => fieldsRead(one).map((name) => ({ name, path: one.path })));
  const letters = new Set(model.scopes.flatMap(({ items }) => items.map(({ raw }) => textIn(raw['letter']))));
  for (const [id, letter] of Object.entries(mapIn(model.raw['letters'])))
    if (letters.has(id))
      listIn(mapIn(letter)['fields']).forEach((name, at) =>
        reads.push({ name: String(name), path: ['letters', id, 'fields', at] }),
      );
  for (const scope of model.scopes)
    for (const { raw, path } of scope.items)
      listIn(raw['share']).forEach((name, index) =>
        reads.push({ name: String(name), path: [...path, 'share', index] }),
      );
  return reads.sort((a, b) => inFileOrder(model.raw, a.path, b.path));
}

/** Every place that names a field outside a condition. */
export function namesOf(model: Model): Use[] {
  const uses: Use[] = [];
  const list = (value: unknown, path: Path): void =>
    listIn(value).forEach((name, index) => uses.push({ name: String(name), path: [...path, index] }));
  for (const scope of model.scopes) {
    for (const [id, form] of Object.entries(mapIn(scope.raw['forms'])))
      uses.push(...entriesOf(mapIn(form), [...scope.path, 'forms', id]));
    for (const [id, table] of Object.entries(mapIn(scope.raw['decisions'])))
      list(mapIn(table)['outputs'], [...scope.path, 'decisions', id, 'outputs']);
    for (const { raw, path } of scope.items) list(raw['share'], [...path, 'share']);
    for (const { raw, path } of [...scope.items, ...scope.escalations])
      for (const name of Object.keys(mapIn(raw['out']))) uses.push({ name, path: [...path, 'out', name] });
  }
  listIn(model.raw['publish']).forEach((name, index) => {
    if (/^(?!tally\.)\w+\./.test(String(name))) uses.push({ name: String(name), path: ['publish', index] });
  });
  for (const [id, letter] of Object.entries(mapIn(model.raw['letters'])))
    list(mapIn(letter)['fields'], ['letters', id, 'fields']);
  return uses;
}
