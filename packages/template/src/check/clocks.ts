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

/** The days of a plain `P10D` or `P2W`; other lengths cannot be compared here. */
export function daysIn(length: unknown): number | undefined {
  const found = /^P(\d+)([DW])$/.exec(String(length));
  return found ? Number(found[1]) * (found[2] === 'W' ? 7 : 1) : undefined;
}
