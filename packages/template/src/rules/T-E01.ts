import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** A condition must be readable as CEL. */
export function e01(model: Model): Report[] {
  return model.conditions.filter(({ wrong }) => wrong?.code === 'T-E01').map(({ path }) => ({ code: 'T-E01', path }));
}
