import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { mapIn, type Raw } from '../check/raw.js';
import { daysOf } from '../layers/lengths.js';

const measured = (value: unknown): number | undefined => (typeof value === 'number' ? value : daysOf(value));
function isOutside({ default: value, min, max }: Raw): boolean {
  const [is, least, most] = [value, min, max].map(measured);
  return is !== undefined && ((least !== undefined && is < least) || (most !== undefined && is > most));
}

/** A value that the overlay gives a param lies within the bounds of that param. */
export function l02({ layers, raw }: Model): Report[] {
  if (!layers) return [];
  return Object.entries(mapIn(raw['params'])).flatMap(([id, value]): Report[] => {
    const param = mapIn(value);
    const isOurs = mapIn(mapIn(layers.overlay['params'])[id])['default'] !== undefined;
    if (!isOurs || !isOutside(param)) return [];
    const field = `${String(param['min'] ?? '')}–${String(param['max'] ?? '')}`;
    return [{ code: 'T-L02', above: true, path: ['params', id, 'default'], params: { name: `params.${id}`, field } }];
  });
}
