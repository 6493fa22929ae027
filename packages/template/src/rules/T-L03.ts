import type { Model } from '../check/model.js';
import { mapIn, type Raw } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';
import { canonical } from '../hash.js';
import { partsOf } from '../layers/locked.js';
import { at, has } from '../layers/merge.js';

const keys = ['after', 'at', 'from', 'in', 'statutory'];

/** The keys of a statutory clock that the overlay changes. */
function changed(base: Raw, overlay: Raw): string[] {
  return keys.filter((key) => has(overlay, key) && canonical(overlay[key]) !== canonical(base[key]));
}

/** A statutory length is the law's: no overlay changes it, locked or not. */
export function l03({ layers }: Model): Report[] {
  if (!layers) return [];
  const { base, overlay } = layers;
  return [...partsOf(base)].flatMap(({ id, path, raw }): Report[] => {
    const report = (where: Path): Report => ({ code: 'T-L03', above: true, path: where, params: { name: id } });
    const [due, over] = [mapIn(raw['due']), mapIn(at(overlay, path))];
    if (due['statutory'] === true) {
      if (has(over, 'due') && over['due'] === null) return [report([...path, 'due'])];
      return changed(due, mapIn(over['due'])).map((key) => report([...path, 'due', key]));
    }
    return raw['statutory'] === true ? changed(raw, over).map((key) => report([...path, key])) : [];
  });
}
