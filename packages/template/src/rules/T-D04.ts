import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { listIn, mapIn } from '../check/raw.js';
import { namesOf, readsOf } from '../check/uses.js';

/** A field that nothing names only costs people answers. */
export function d04(model: Model): Report[] {
  const used = new Set([...readsOf(model), ...namesOf(model)].map(({ name }) => name));
  for (const name of listIn(model.raw['publish'])) used.add(String(name));
  for (const scope of model.scopes)
    for (const { raw } of scope.escalations)
      for (const name of Object.values(mapIn(raw['out']))) used.add(String(name));
  return [...model.fields.values()]
    .filter(({ name }) => !used.has(name))
    .map(({ name, path }) => ({ code: 'T-D04', path, params: { name } }));
}
