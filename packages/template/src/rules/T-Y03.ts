import type { Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';

/** `wave` belongs to forms that a survey asks, and to no other. */
export function y03(model: Model): Report[] {
  return model.scopes.flatMap(({ raw, path, items }) =>
    Object.entries(mapIn(raw['forms'])).flatMap(([id, form]): Report[] => {
      const askers = items.filter((item) => item.raw['form'] === id);
      const isForeign = mapIn(form)['wave'] !== undefined && askers.some(({ kind }) => kind !== 'surveyTask');
      return isForeign
        ? [{ code: 'T-Y03', path: [...path, 'forms', id, 'wave'], params: { name: 'wave', hint: '' } }]
        : [];
    }),
  );
}
