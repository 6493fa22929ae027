import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** The two most sensitive classes need a ground of their own. */
export function p04(model: Model): Report[] {
  return [...model.fields.values()]
    .filter(({ raw }) => ['D5', 'D6'].includes(String(raw['sensitivity'])) && raw['ground'] === undefined)
    .map(({ name, raw, path }) => ({ code: 'T-P04', path, params: { name, class: String(raw['sensitivity']) } }));
}
