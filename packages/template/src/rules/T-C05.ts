import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { clocksOf, daysIn } from '../check/clocks.js';

/** A warning lies inside its term. */
export function c05(model: Model): Report[] {
  return clocksOf(model).flatMap(({ clock, path }): Report[] => {
    const [warn, after] = [daysIn(clock['warn']), daysIn(clock['after'])];
    if (warn === undefined || after === undefined || warn < after) return [];
    return [{ code: 'T-C05', path: [...path, 'warn'], params: { name: String(clock['warn']) } }];
  });
}
