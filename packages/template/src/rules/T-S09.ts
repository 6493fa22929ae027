import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** A stage whose children are all discretionary needs `complete`, or it ends before anyone starts. */
export function s09(model: Model): Report[] {
  return model.scopes.flatMap(({ items }) =>
    items.flatMap(({ id, kind, raw, path }): Report[] => {
      const children = items.filter(({ around }) => around[0]?.path === path);
      const isFree = children.length > 0 && children.every((one) => one.raw['manualActivation'] === true);
      return kind === 'stage' && isFree && raw['complete'] === undefined
        ? [{ code: 'T-S09', path, params: { name: id } }]
        : [];
    }),
  );
}
