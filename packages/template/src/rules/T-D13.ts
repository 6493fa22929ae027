import type { Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';
import { at, has, isFixed, isMap, type Layers } from '../layers/merge.js';

function changes({ base, overlay }: Layers, path: Path): Path[] {
  const [below, above] = [at(base, path), at(overlay, path)];
  return Object.entries(mapIn(above)).flatMap(([key, value]): Path[] => {
    const here = [...path, key];
    if (!has(below, key)) return [];
    if (isFixed(here)) return at(below, [key]) === value ? [] : [here];
    return isMap(value) ? changes({ base, overlay }, here) : [];
  });
}

/** What an item is, and what type a field has, is the base's to say. */
export const d13 = ({ layers }: Model): Report[] =>
  layers
    ? changes(layers, []).map((path) => ({
        code: 'T-D13',
        above: true,
        path,
        params: { name: path.slice(-2).join('.') },
      }))
    : [];
