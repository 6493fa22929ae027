import type { Model } from './model.js';
import { mapIn, type Raw } from './raw.js';
import type { Path } from './report.js';

/** Every `due` and timer of a template. */
export function clocksOf(model: Model): { clock: Raw; path: Path }[] {
  return model.scopes.flatMap(({ items }) =>
    items.flatMap(({ raw, path, kind }) => [
      ...(raw['due'] === undefined ? [] : [{ clock: mapIn(raw['due']), path: [...path, 'due'] }]),
      ...(kind === 'timer' ? [{ clock: raw, path }] : []),
    ]),
  );
}

const LENGTH = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const IN_DAYS = [365.2425, 30.436875, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400];
/** About how many days a literal length is; undefined for what is computed. */
export function daysOf(length: unknown): number | undefined {
  const found = LENGTH.exec(String(length));
  if (!found || !/\d/.test(found[0])) return undefined;
  return IN_DAYS.reduce((sum, days, at) => sum + Number(found[at + 1] ?? 0) * days, 0);
}

/** A value that can be compared with its bounds: a number, a length in days, a date in milliseconds. */
export function amountOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : daysOf(value);
}
