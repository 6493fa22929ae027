import type { WorklistQuery } from '../gen/graphql.js';
import { addressLine } from '../shell/format.js';

export type Row = WorklistQuery['worklist']['rows'][number];
export type Group = 'late' | 'today' | 'week' | 'later';
export const GROUPS: readonly Group[] = ['late', 'today', 'week', 'later'];

/** Where a task stands on `now`'s clock; a week is the next seven days. */
export function groupOf(row: Pick<Row, 'due' | 'breachAt'>, now: Date): Group {
  if (row.breachAt && new Date(row.breachAt) <= now) return 'late';
  if (!row.due) return 'later';
  const today = localDay(now);
  if (row.due < today) return 'late';
  if (row.due === today) return 'today';
  return row.due <= localDay(new Date(now.getTime() + 7 * 86_400_000)) ? 'week' : 'later';
}

const streets = new Intl.Collator('nl', { numeric: true, sensitivity: 'base' });

/** Most urgent first; what is equally urgent and due on the same day follows the street, house by house. */
export function inOrder(rows: readonly Row[]): Row[] {
  const far = '9999';
  return [...rows].sort(
    (one, other) =>
      other.urgency - one.urgency ||
      streets.compare(one.due ?? far, other.due ?? far) ||
      streets.compare(one.address?.street ?? far, other.address?.street ?? far) ||
      streets.compare(addressLine(one.address), addressLine(other.address)) ||
      streets.compare(one.title, other.title),
  );
}

function localDay(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Every typed word must occur in the address, name or title; accents and case do not count. */
export function matches(row: Row, search: string): boolean {
  const text = fold(
    [row.title, row.household?.displayName, addressLine(row.address), row.address?.postcode].filter(Boolean).join(' '),
  );
  return fold(search)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim();
}
