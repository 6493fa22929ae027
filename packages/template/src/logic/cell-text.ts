import type { Json } from '@thuisreis/engine';
import type { Column } from './table.js';

/** The cell an author would write for these values of a column. */
export function cellText(values: readonly Json[], { values: all = [], kind }: Column): string {
  if (values.length === all.length) return '-';
  if (kind?.is === 'whole' || kind?.is === 'decimal' || kind?.is === 'date') return range(values, all);
  if (kind?.is === 'choices') return `[${[values[0]].flat().map(String).join(', ')}]`;
  return values.map(String).join(', ');
}

/** The first stretch of neighbouring values: `<= 3`, `[4..6]`, `>= 7` or one value. */
function range(values: readonly Json[], all: readonly Json[]): string {
  const sorted = [...all].sort((a, b) => Number(a) - Number(b) || (String(a) < String(b) ? -1 : 1));
  const held = new Set(values);
  const start = sorted.findIndex((one) => held.has(one));
  let end = start;
  while (end + 1 < sorted.length && held.has(sorted[end + 1]!)) end += 1;
  const [low, high] = [String(sorted[start]), String(sorted[end])];
  if (start === end && start > 0 && end < sorted.length - 1) return low;
  if (start === 0) return `<= ${high}`;
  return end === sorted.length - 1 ? `>= ${low}` : `[${low}..${high}]`;
}
