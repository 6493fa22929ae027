import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { listIn, textIn } from '../check/raw.js';

/** Only D0 and D1 may be published to households. */
export function p08(model: Model): Report[] {
  return listIn(model.raw['publish']).flatMap((one, index): Report[] => {
    const name = String(one);
    const sensitivity = textIn(model.fields.get(name)?.raw['sensitivity']) ?? 'D0';
    if (['D0', 'D1'].includes(sensitivity)) return [];
    return [{ code: 'T-P08', path: ['publish', index], params: { name, class: sensitivity } }];
  });
}
