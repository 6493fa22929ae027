import { clocksOf, daysOf } from '../check/clocks.js';
import { lengthOf } from '../check/lengths.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** A calendar is compiled ten years ahead (§7). */
const TEN_YEARS = 3652;
const DAYS_A_WEEK = 7;

/** A deadline beyond the calendar cannot be computed when its case begins. */
export function c06(model: Model): Report[] {
  const perWeek = model.corporation.calendar.workingDays.length || DAYS_A_WEEK;
  return clocksOf(model).flatMap(({ clock, path }): Report[] => {
    const length = lengthOf(model, clock['after']);
    const days = daysOf(length);
    const isFar = days !== undefined && days * (clock['in'] === 'workingDays' ? DAYS_A_WEEK / perWeek : 1) >= TEN_YEARS;
    return isFar ? [{ code: 'T-C06', path: [...path, 'after'], params: { name: String(length) } }] : [];
  });
}
