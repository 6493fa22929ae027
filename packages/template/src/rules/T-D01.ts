import { nodesIn, type Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** Stages, tasks, milestones and escalations of one plan share one namespace. */
export function d01(model: Model): Report[] {
  return model.scopes.flatMap((scope) => {
    const seen = new Set<string>();
    return nodesIn(scope).flatMap(({ id, path }): Report[] => {
      if (!seen.has(id)) return seen.add(id) && [];
      return [{ code: 'T-D01', path, params: { name: id } }];
    });
  });
}
