import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** Something must limit every human task in time: its own `due`, a stage's, or an `exit`. */
export function c01(model: Model): Report[] {
  return model.scopes.flatMap(({ items }) =>
    items.flatMap(({ id, kind, raw, path, around }): Report[] => {
      const limits = [raw, ...around.map((stage) => stage.raw)];
      const isLimited = limits.some((one) => one['due'] !== undefined || one['exit'] !== undefined);
      return kind === 'humanTask' && !isLimited ? [{ code: 'T-C01', path, params: { name: id } }] : [];
    }),
  );
}
