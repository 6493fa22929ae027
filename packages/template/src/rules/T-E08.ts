import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** Macros, regular expressions, `?:` and other functions are not in the language. */
export function e08(model: Model): Report[] {
  return model.conditions.flatMap(({ wrong, path }) =>
    wrong?.code === 'T-E08' ? [{ code: 'T-E08', path, params: { name: wrong.params.name ?? '' } }] : [],
  );
}
