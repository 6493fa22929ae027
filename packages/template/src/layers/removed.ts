import { idsIn, mapIn, type Raw } from '../check/raw.js';
import type { Path } from '../check/report.js';
import { at, has, isMap, type Layers } from './merge.js';

/** Something that the overlay takes away: where it says so, and every name that no longer exists. */
export interface Removal {
  readonly path: Path;
  readonly names: readonly string[];
}
const groups = new Set(['stages', 'tasks', 'milestones', 'escalations']);

/** The ids of a removed item and of everything inside it. */
function idsInside(id: string, raw: Raw): string[] {
  const children = [...groups].flatMap((group) => Object.entries(mapIn(raw[group])));
  return [id, ...children.flatMap(([child, one]) => idsInside(child, mapIn(one)))];
}

function namesAt(path: Path, value: unknown): string[] {
  const [first, group] = path.map(String);
  const id = String(path.at(-1));
  if (first === 'data' && path.length === 2) return Object.keys(mapIn(value)).map((name) => `${group}.${name}`);
  if (first === 'data' && path.length === 3) return [`${group}.${id}`];
  if (first === 'params' || first === 'tallies') return [id, `${first === 'params' ? 'params' : 'tally'}.${id}`];
  return groups.has(String(path.at(-2)))
    ? idsInside(id, mapIn(value)).flatMap((one) => [one, `milestone.${one}`])
    : [id];
}

/** Everything that the overlay removes: keys set to null, and choices that its own list leaves out. */
export function removalsIn({ base, overlay }: Layers, path: Path = []): Removal[] {
  const [below, above] = [at(base, path), at(overlay, path)];
  return Object.entries(mapIn(above)).flatMap(([key, value]): Removal[] => {
    const here = [...path, key];
    if (!has(below, key)) return [];
    const old = at(below, [key]);
    if (value === null) return [{ path: here, names: namesAt(here, old) }];
    if (key === 'values' && Array.isArray(value)) return missingValues(here, idsIn(old), idsIn(value));
    return isMap(old) && isMap(value) ? removalsIn({ base, overlay }, here) : [];
  });
}
function missingValues(path: Path, old: readonly string[], kept: readonly string[]): Removal[] {
  const names = old.filter((one) => !kept.includes(one));
  return names.length > 0 ? [{ path, names }] : [];
}
