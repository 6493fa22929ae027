import { clocksOf } from '../check/clocks.js';
import { lengthOf, lengthsIn } from '../check/lengths.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

const isHours = (length: string): boolean => length.startsWith('PT');

/** A term is counted in hours or in days, never in both; its warning is counted as the term is. */
export function c04(model: Model): Report[] {
  const mixed = lengthsIn(model).filter(({ value }) => /^P(?=.*\d[YMWD].*T)/.test(String(value)));
  const warned = clocksOf(model).flatMap(({ clock: { after, warn }, path }) => {
    const [term, before] = [String(lengthOf(model, after)), String(lengthOf(model, warn))];
    const isMixed = term.startsWith('P') && before.startsWith('P') && isHours(term) !== isHours(before);
    return isMixed ? [{ value: `${before}, ${term}`, path: [...path, 'warn'] }] : [];
  });
  return [...mixed, ...warned].map(({ value, path }) => ({ code: 'T-C04', path, params: { name: String(value) } }));
}
