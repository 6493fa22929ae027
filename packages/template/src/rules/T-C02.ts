import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { clocksOf } from '../check/clocks.js';

/** A statutory term takes its length from the law and nowhere else. */
export function c02(model: Model): Report[] {
  return clocksOf(model)
    .filter(({ clock }) => clock['statutory'] === true && !/^law\./.test(String(clock['after'])))
    .map(({ path }) => ({ code: 'T-C02', path: [...path, 'statutory'] }));
}
