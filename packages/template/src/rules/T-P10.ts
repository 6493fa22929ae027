import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { partnerTasks } from '../check/partner-tasks.js';

/** Sharing on consent needs `otherwise`. */
export function p10(model: Model): Report[] {
  return partnerTasks(model)
    .filter(({ raw }) => raw['ground'] === 'consent' && raw['otherwise'] === undefined)
    .map(({ path }) => ({ code: 'T-P10', path }));
}
