import { listIn, mapIn, type Raw } from '../check/raw.js';
import type { Path } from '../check/report.js';
import type { Source } from '../read/read.js';

/** A template as the rules read it, and where each of its parts was written. */
export interface Written {
  readonly raw: Raw;
  /** The layer, and the path inside that layer's file, at which a path of `raw` was written. */
  locate(path: Path): { readonly source: Source; readonly path: Path };
  /** The two layers, when there are two. */
  readonly layers?: Layers;
  /** The upper one of them as read. */
  readonly overlay?: Source;
}
export interface Layers {
  readonly base: Raw;
  readonly overlay: Raw;
}

export const isMap = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const has = (value: unknown, key: string | number): boolean => isMap(value) && Object.hasOwn(value, key);
/** What stands at a path; undefined when nothing does. */
export function at(value: unknown, path: Path): unknown {
  let part = value;
  for (const step of path) {
    const isThere = isMap(part) ? Object.hasOwn(part, step) : Array.isArray(part);
    if (!isThere) return undefined;
    part = (part as Record<string | number, unknown>)[step];
  }
  return part;
}

/** `kind` of the template or a task, `type` of a field or param: a layer above cannot change them. */
export function isFixed(path: Path): boolean {
  const key = path.at(-1);
  if (key === 'kind') return path.length === 1 || path.at(-3) === 'tasks';
  if (key !== 'type') return false;
  return (path[0] === 'data' && path.length === 4) || (path[0] === 'params' && path.length === 3);
}

/** A template of one layer. */
export const plain = (source: Source): Written => ({
  raw: mapIn(source.value),
  locate: (path) => ({ source, path }),
});

/** Base and overlay as one flat template: maps merge key by key, `key+` appends to a list, null removes. */
export function merge(base: Source, overlay: Source): Written {
  const layers = { base: mapIn(base.value), overlay: mapIn(overlay.value) };
  return {
    raw: mergeMaps(layers.base, layers.overlay, []),
    locate: (path) => locate(base, overlay, path),
    layers,
    overlay,
  };
}

function mergeMaps(base: Raw, overlay: Raw, path: Path): Raw {
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(overlay)) {
    const here = [...path, key];
    if (key.endsWith('+')) append(merged, key, value);
    else if (value === null) merged.delete(key);
    else if (!merged.has(key)) merged.set(key, value);
    else if (!isFixed(here)) merged.set(key, mergeValues(merged.get(key), value, here));
  }
  return Object.fromEntries(merged);
}
const mergeValues = (base: unknown, overlay: unknown, path: Path): unknown =>
  isMap(base) && isMap(overlay) ? mergeMaps(base, overlay, path) : overlay;

/** A `key+` that cannot be appended stays, so that the grammar refuses it. */
function append(merged: Map<string, unknown>, key: string, value: unknown): void {
  const list = merged.get(key.slice(0, -1)) ?? [];
  if (Array.isArray(list) && Array.isArray(value)) merged.set(key.slice(0, -1), [...list, ...(value as unknown[])]);
  else merged.set(key, value);
}

function locate(base: Source, overlay: Source, path: Path): { source: Source; path: Path } {
  let below: unknown = base.value;
  let above: unknown = overlay.value;
  for (const [index, step] of path.entries()) {
    const added = appended(above, step, below);
    if (added && path.length > index + 1) {
      const rest = path.slice(index + 1);
      const entry = Number(rest[0]) - added.before;
      if (entry < 0) return { source: base, path };
      return { source: overlay, path: [...path.slice(0, index), `${step}+`, entry, ...rest.slice(1)] };
    }
    if (added) return { source: overlay, path: [...path.slice(0, index), `${step}+`] };
    if (!has(above, step)) return { source: base, path };
    below = at(below, [step]);
    above = at(above, [step]);
    if (!isMap(below) || !isMap(above)) return { source: overlay, path };
  }
  return whole(base, overlay, above, path);
}
function appended(above: unknown, step: string | number, below: unknown): { before: number } | undefined {
  if (has(above, step) || !Array.isArray(at(above, [`${step}+`]))) return undefined;
  return { before: listIn(at(below, [step])).length };
}
/** Of a map that both layers write, the one above is meant where it removes something; a file as a whole is the one above. */
function whole(base: Source, overlay: Source, above: unknown, path: Path): { source: Source; path: Path } {
  const removes = Object.entries(mapIn(above)).find(([, value]) => value === null);
  if (removes) return { source: overlay, path: [...path, removes[0]] };
  return { source: path.length === 0 ? overlay : base, path };
}
