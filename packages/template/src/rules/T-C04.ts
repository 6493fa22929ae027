import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { clocksOf } from '../check/clocks.js';

/** A term is counted in hours or in days, never in both. */
export function c04(model: Model): Report[] {
  return clocksOf(model)
    .filter(({ clock }) => /^P(?=.*\d[YMWD].*T)/.test(String(clock['after'])))
    .map(({ clock, path }) => ({ code: 'T-C04', path: [...path, 'after'], params: { name: String(clock['after']) } }));
}
