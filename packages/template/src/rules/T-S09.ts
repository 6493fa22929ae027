import type { ItemNode, Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** A stage whose children are all discretionary needs `complete`, or it ends before anyone starts. */
export function s09(model: Model): Report[] {
  return model.scopes.flatMap(({ items }) => {
    const kept = new Set<ItemNode>();
    const filled = new Set<ItemNode>();
    for (const { raw, around } of items)
      if (around[0]) {
        filled.add(around[0]);
        if (raw['manualActivation'] !== true) kept.add(around[0]);
      }
    return items
      .filter((one) => one.kind === 'stage' && one.raw['complete'] === undefined && filled.has(one) && !kept.has(one))
      .map(({ id, path }): Report => ({ code: 'T-S09', path, params: { name: id } }));
  });
}
