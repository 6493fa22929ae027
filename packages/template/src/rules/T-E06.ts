import { truthful } from '../check/conditions.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { waysOf } from '../logic/truths.js';

/** A condition that no answer makes true only looks as if it decided something. */
export function e06(model: Model): Report[] {
  return truthful(model).flatMap(({ scope, tree, path, key }): Report[] => {
    const isFlat = key === 'required' && tree[0] === 'literal';
    const ways = isFlat ? undefined : waysOf(model, scope, [tree]);
    return ways && ways.length > 0 && ways.every(([truth]) => truth !== true) ? [{ code: 'T-E06', path }] : [];
  });
}
