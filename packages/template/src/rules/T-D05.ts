import type { Model } from '../check/model.js';
import type { Path, Report } from '../check/report.js';
import { mapIn } from '../check/raw.js';

/** A form, table, letter or param that nothing names is left over. */
export function d05(model: Model): Report[] {
  const nodes = model.scopes.flatMap(({ items }) => items);
  const named = (key: string): Set<string> => new Set(nodes.map(({ raw }) => String(raw[key])));
  const text = JSON.stringify(model.raw);
  const unused = (path: Path, value: unknown, isUsed: (id: string) => boolean): Report[] =>
    Object.keys(mapIn(value))
      .filter((id) => !isUsed(id))
      .map((id) => ({ code: 'T-D05', path: [...path, id], params: { name: id } }));
  return [
    ...model.scopes.flatMap(({ raw, path }) => [
      ...unused([...path, 'forms'], raw['forms'], (id) => named('form').has(id)),
      ...unused([...path, 'decisions'], raw['decisions'], (id) => named('decision').has(id)),
    ]),
    ...unused(['letters'], model.raw['letters'], (id) => named('letter').has(id)),
    ...unused(['params'], model.raw['params'], (id) => new RegExp(`params\\.${id}\\b`).test(text)),
  ];
}
