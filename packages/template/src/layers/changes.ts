import { canonical } from '../hash.js';
import { idsIn, listIn, mapIn, type Raw } from '../check/raw.js';
import { isNotLonger } from './lengths.js';
import type { Locked, LockedKind } from './locked.js';

/** Keys of a locked part that an overlay may write as it likes. */
const free: Readonly<Record<LockedKind, readonly string[]>> = {
  param: [],
  field: ['label', 'help', 'default', 'sensitivity'],
  item: ['title', 'help', 'role', 'letter', 'stages', 'tasks', 'milestones'],
  table: [],
  escalation: ['title', 'help', 'owner', 'stages', 'tasks', 'milestones', 'decisions', 'forms'],
};

/** The keys that the overlay changes and may not, as written there. */
export function forbiddenChanges({ kind, base, overlay }: Locked): string[] {
  return Object.entries(overlay)
    .filter(([key, value]) => !isAllowed(kind, base, key, value))
    .map(([key]) => key);
}

function isAllowed(kind: LockedKind, base: Raw, key: string, value: unknown): boolean {
  const name = key.replace(/\+$/, '');
  // Kind and type have a code of their own, and so have params outside their bounds.
  if (free[kind].includes(name) || ['kind', 'type'].includes(name)) return true;
  if (canonical(value) === canonical(base[key])) return true;
  if (kind === 'param') return name === 'default';
  if (kind === 'field') return name === 'values' && hasGrown(base['values'], key, value);
  if (name === 'share') return hasShrunk(base['share'], key, value);
  if (name === 'maxAge') return isNotLonger(value, base['maxAge']);
  return name === 'due' && isShorter(mapIn(base['due']), value);
}
const hasGrown = (base: unknown, key: string, value: unknown): boolean =>
  key.endsWith('+') ||
  (Array.isArray(value)
    ? idsIn(base).every((id) => value.includes(id))
    : Object.values(mapIn(value)).every((one) => one !== null));
const hasShrunk = (base: unknown, key: string, value: unknown): boolean =>
  key === 'share' && Array.isArray(value) && value.every((one) => listIn(base).includes(one));
/** A term may become shorter, and its warning with it; a statutory one has a code of its own. */
function isShorter(base: Raw, value: unknown): boolean {
  if (base['statutory'] === true) return true;
  return (
    value !== null &&
    Object.entries(mapIn(value)).every(
      ([key, one]) =>
        key === 'warn' ||
        (key === 'after' && isNotLonger(one, base['after'])) ||
        canonical(one) === canonical(base[key]),
    )
  );
}
