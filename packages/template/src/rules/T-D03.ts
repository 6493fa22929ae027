import type { Model } from '../check/model.js';
import { unknownName, type Report } from '../check/report.js';
import { fieldsRead, type Condition } from '../check/conditions.js';
import { namesOf, type Use } from '../check/uses.js';

const factsIn = (one: Condition): Use[] => [...new Set(fieldsRead(one))].map((name) => ({ name, path: one.path }));

/** A path that is no field is T-D03 wherever it stands, also in an expression. */
export function d03(model: Model): Report[] {
  const known = [...model.fields.keys()];
  const uses = [...namesOf(model), ...model.conditions.flatMap((one) => factsIn(one))];
  return uses
    .filter(({ name }) => !model.fields.has(name))
    .map(({ name, path }) => unknownName('T-D03', path, name, known));
}
