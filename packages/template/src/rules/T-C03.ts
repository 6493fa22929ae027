import { clocksOf } from '../check/clocks.js';
import { lengthOf } from '../check/lengths.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

const WORKING_DAYS_A_WEEK = 5;

/** Working days can only be counted in days; weeks are as many days as people work in them. */
export function c03(model: Model): Report[] {
  return clocksOf(model).flatMap(({ clock: { in: kind, after }, path }): Report[] => {
    const length = String(lengthOf(model, after));
    if (kind !== 'workingDays' || !length.startsWith('P') || /^P\d+D$/.test(length)) return [];
    const weeks = /^P(\d+)W$/.exec(String(after))?.[1];
    const instead = weeks && { old: String(after), new: `P${Number(weeks) * WORKING_DAYS_A_WEEK}D` };
    return [{ code: 'T-C03', path: [...path, 'after'], params: { name: length }, ...(instead && { instead }) }];
  });
}
