import { lettersIn } from '../check/letters.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** A letter has one file in every language of the corporation. */
export function w05(model: Model): Report[] {
  return lettersIn(model)
    .filter(({ missing }) => missing.length > 0)
    .map(({ path, missing }) => ({ code: 'T-W05', path: [...path, 'file'], params: { name: missing.join(', ') } }));
}
