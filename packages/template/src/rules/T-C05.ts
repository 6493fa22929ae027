import { clocksOf, daysOf } from '../check/clocks.js';
import { lengthOf } from '../check/lengths.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** A warning lies inside its term. */
export function c05(model: Model): Report[] {
  return clocksOf(model).flatMap(({ clock, path }): Report[] => {
    const [warn, after] = [lengthOf(model, clock['warn']), lengthOf(model, clock['after'])];
    const [before, term] = [daysOf(warn), daysOf(after)];
    if (before === undefined || term === undefined || before < term) return [];
    return [{ code: 'T-C05', path: [...path, 'warn'], params: { name: String(warn), field: String(after) } }];
  });
}
