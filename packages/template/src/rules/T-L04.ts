import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { at } from '../layers/merge.js';

/** An overlay may call a field more sensitive than its base does, never less. */
export function l04({ layers, fields }: Model): Report[] {
  if (!layers) return [];
  return [...fields.values()].flatMap(({ name, path }): Report[] => {
    const [base, overlay] = [layers.base, layers.overlay].map((layer) => at(layer, [...path, 'sensitivity']));
    const isLowered = typeof base === 'string' && typeof overlay === 'string' && overlay < base;
    return isLowered ? [{ code: 'T-L04', above: true, path: [...path, 'sensitivity'], params: { name } }] : [];
  });
}
