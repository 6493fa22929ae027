import type { Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';

/** A form, table, letter or param that nothing names is left over. */
export function d05(model: Model): Report[] {
  const named = (key: string): Set<string> =>
    new Set(model.scopes.flatMap(({ items }) => items.map(({ raw }) => String(raw[key]))));
  const unused = (path: Path, value: unknown, isUsed: (id: string) => boolean): Report[] =>
    Object.keys(mapIn(value))
      .filter((id) => !isUsed(id))
      .map((id) => ({ code: 'T-D05', path: [...path, id], params: { name: id } }));
  const [forms, decisions, letters] = [named('form'), named('decision'), named('letter')];
  const params = paramsNamed(model);
  return [
    ...model.scopes.flatMap(({ raw, path }) => [
      ...unused([...path, 'forms'], raw['forms'], (id) => forms.has(id)),
      ...unused([...path, 'decisions'], raw['decisions'], (id) => decisions.has(id)),
    ]),
    ...unused(['letters'], model.raw['letters'], (id) => letters.has(id)),
    ...unused(['params'], model.raw['params'], (id) => params.has(id)),
  ];
}

/** Every `params.x` that stands anywhere in the template. */
function paramsNamed({ raw }: Model): Set<string> {
  if (raw['params'] === undefined) return new Set();
  return new Set([...JSON.stringify(raw).matchAll(/params\.([A-Za-z0-9]+)/g)].map((found) => found[1]!));
}
