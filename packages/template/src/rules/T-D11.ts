import { inputsOf, isWritten } from '../check/inputs.js';
import type { ItemNode, Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';
import { readsOf } from '../check/uses.js';
import { unwrittenDates } from './T-C07.js';

/** Whatever is read must be written somewhere, or be given from outside; a default alone decides nothing. */
export const d11 = (model: Model): Report[] => [
  ...(model.raw['kind'] === 'escalation' ? [] : unwritten(model)),
  ...model.scopes.flatMap(({ escalations }) => escalations.flatMap((one) => unfilled(model, one))),
];

function unwritten(model: Model): Report[] {
  const seen = new Set(unwrittenDates(model).map(({ name }) => name));
  return readsOf(model).flatMap(({ name, path }): Report[] => {
    if (seen.has(name) || !model.fields.has(name) || isWritten(model, name)) return [];
    seen.add(name);
    return [{ code: 'T-D11', path, params: { name } }];
  });
}

/** What an escalation's template reads and nothing in it writes, `in` must fill. */
function unfilled(model: Model, escalation: ItemNode): Report[] {
  const child = model.childOf(escalation);
  const filled = new Set(Object.keys(mapIn(escalation.raw['in'])));
  return (child ? inputsOf(child) : [])
    .filter((name) => !filled.has(name))
    .map((name) => ({ code: 'T-D11', path: [...escalation.path, 'template'], params: { name } }));
}
