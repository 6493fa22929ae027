import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { partnerTasks } from '../check/partner-tasks.js';

/** Sharing on consent needs `requires`. */
export function p03(model: Model): Report[] {
  return partnerTasks(model)
    .filter(({ raw }) => raw['ground'] === 'consent' && raw['requires'] === undefined)
    .map(({ path }) => ({ code: 'T-P03', path }));
}
