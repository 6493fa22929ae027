import { fieldsRead } from '../check/conditions.js';
import { isWritten } from '../check/inputs.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import type { Use } from '../check/uses.js';

/** A clock that follows a date needs something that writes it. */
export const c07 = (model: Model): Report[] =>
  unwrittenDates(model).map(({ name, path }) => ({ code: 'T-C07', path, params: { name } }));

/** Dates that a clock follows and nothing writes, each at its first clock; a parent may fill those of an escalation. */
export function unwrittenDates(model: Model): Use[] {
  if (model.raw['kind'] === 'escalation') return [];
  const seen = new Set<string>();
  return model.conditions
    .filter(({ key }) => key === 'at')
    .flatMap((one) => fieldsRead(one).map((name) => ({ name, path: one.path })))
    .filter(({ name }) => model.fields.has(name) && !isWritten(model, name) && !seen.has(name) && seen.add(name));
}
