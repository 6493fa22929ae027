import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { fieldsRead } from '../check/conditions.js';
import { writtenIn } from '../check/uses.js';

/** A clock that follows a date needs something that writes it. */
export function c07(model: Model): Report[] {
  const written = new Set(model.scopes.flatMap((scope) => [...writtenIn(scope)]));
  if (model.raw['kind'] === 'escalation') return [];
  return model.conditions
    .filter(({ key }) => key === 'at')
    .flatMap((one) => fieldsRead(one).map((name) => ({ name, path: one.path })))
    .filter(({ name }) => model.fields.has(name) && !written.has(name) && model.fields.get(name)!.raw['given'] !== true)
    .map(({ name, path }) => ({ code: 'T-C07', path, params: { name } }));
}
