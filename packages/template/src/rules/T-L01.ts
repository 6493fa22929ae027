import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { forbiddenChanges } from '../layers/changes.js';
import { lockedParts } from '../layers/locked.js';

/** Of what is locked in the base an overlay changes only the little that §12 leaves free. */
export function l01({ layers }: Model): Report[] {
  if (!layers) return [];
  return lockedParts(layers).flatMap((part) =>
    forbiddenChanges(part).map((key): Report => ({
      code: 'T-L01',
      above: true,
      path: [...part.path, key],
      params: { name: part.id },
    })),
  );
}
