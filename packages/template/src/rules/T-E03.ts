import { expectedOf } from '../check/conditions.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { Typing } from '../logic/kind-of.js';

/** What stands in a condition must be of the type its place takes. */
export const e03 = (model: Model): Report[] => misfits(model, 'T-E03');

/** Reports of one code about the types of every expression. */
export function misfits(model: Model, wanted: 'T-E03' | 'T-E04'): Report[] {
  return model.conditions.flatMap((one) => {
    if (!one.tree) return [];
    const typing = new Typing(model, one.scope);
    const expected = expectedOf(model, one);
    if (expected) typing.demand(one.tree, expected);
    else typing.of(one.tree);
    return typing.misfits
      .filter(({ code }) => code === wanted)
      .map(({ code, name, expected: takes, found }) => ({
        code,
        path: one.path,
        params: code === 'T-E03' ? { name, expected: takes, field: found } : { name },
      }));
  });
}
