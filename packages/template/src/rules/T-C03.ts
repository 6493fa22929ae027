import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { clocksOf } from '../check/clocks.js';

/** Working days can only be counted in days. */
export function c03(model: Model): Report[] {
  return clocksOf(model)
    .filter(
      ({ clock: { in: kind, after } }) =>
        kind === 'workingDays' && /^P/.test(String(after)) && !/^P\d+D$/.test(String(after)),
    )
    .map(({ clock, path }) => ({ code: 'T-C03', path: [...path, 'after'], params: { name: String(clock['after']) } }));
}
