import { mapIn, type Raw } from '../check/raw.js';
import type { Path } from '../check/report.js';
import { at, has, type Layers } from './merge.js';

export type LockedKind = 'param' | 'field' | 'item' | 'table' | 'escalation';
/** A part of the base that stands fast, with what the overlay writes at its place. */
export interface Locked {
  readonly kind: LockedKind;
  readonly id: string;
  readonly path: Path;
  readonly base: Raw;
  /** The overlay's map at that place; empty when it writes none. */
  readonly overlay: Raw;
  /** Where the overlay takes it away: here or around it. */
  readonly removedAt?: Path;
}
interface Part {
  readonly kind: LockedKind;
  readonly id: string;
  readonly path: Path;
  readonly raw: Raw;
}
const containers = ['stages', 'tasks', 'milestones'] as const;

function children(kind: LockedKind, raw: unknown, path: Path): Part[] {
  return Object.entries(mapIn(raw)).map(([id, one]) => ({ kind, id, path: [...path, id], raw: mapIn(one) }));
}
function* itemsIn(raw: Raw, path: Path): Generator<Part> {
  for (const group of containers)
    for (const one of children('item', raw[group], [...path, group])) {
      yield one;
      yield* itemsIn(one.raw, one.path);
    }
}
/** Every part of a template that can be locked. */
export function* partsOf(raw: Raw): Generator<Part> {
  yield* children('param', raw['params'], ['params']);
  for (const [group, fields] of Object.entries(mapIn(raw['data'])))
    for (const one of children('field', fields, ['data', group])) yield { ...one, id: `${group}.${one.id}` };
  yield* children('table', raw['decisions'], ['decisions']);
  yield* itemsIn(raw, []);
  for (const one of children('escalation', raw['escalations'], ['escalations'])) {
    yield one;
    yield* children('table', one.raw['decisions'], [...one.path, 'decisions']);
    yield* itemsIn(one.raw, one.path);
  }
}

/** The nearest place from the root down at which the overlay says null on the way to `path`. */
function removedAt(overlay: Raw, path: Path): Path | undefined {
  for (let length = 1; length <= path.length; length += 1) {
    const here = path.slice(0, length);
    if (has(at(overlay, here.slice(0, -1)), here.at(-1)!) && at(overlay, here) === null) return here;
  }
  return undefined;
}

export function lockedParts({ base, overlay }: Layers): Locked[] {
  return [...partsOf(base)]
    .filter(({ raw }) => raw['locked'] === true)
    .map(({ kind, id, path, raw }) => {
      const removed = removedAt(overlay, path);
      const written = mapIn(at(overlay, path));
      return { kind, id, path, base: raw, overlay: written, ...(removed && { removedAt: removed }) };
    });
}
