import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { lockedParts } from '../layers/locked.js';

/** What is locked in the base stays, also when the overlay takes away what is around it. */
export function l05({ layers }: Model): Report[] {
  if (!layers) return [];
  return lockedParts(layers).flatMap(({ id, removedAt }): Report[] =>
    removedAt ? [{ code: 'T-L05', above: true, path: removedAt, params: { name: id } }] : [],
  );
}
