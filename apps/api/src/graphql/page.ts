import { Fault } from './fault.js';

/** Refuses a page outside 1–500 as `badPage`, before any row is read. */
export function checkPage(first: number): void {
  if (first < 1 || first > 500) throw new Fault('badPage', 'A page holds 1 to 500 rows');
}

/** `after` is an offset made opaque: lists are short and re-read, so a row that moves is met again, never hidden. */
export function offsetOf(after: string | null | undefined): number {
  if (!after) return 0;
  const offset = Number(Buffer.from(after, 'base64url').toString());
  if (!Number.isSafeInteger(offset) || offset < 0) throw new Fault('badPage', 'The cursor is not one of ours');
  return offset;
}

/** Cuts a page that was read one row too long, and names what follows it. */
export function cutPage<Row>(rows: Row[], first: number, offset: number): { rows: Row[]; next: string | null } {
  const next = rows.length > first ? Buffer.from(String(offset + first)).toString('base64url') : null;
  return { rows: rows.slice(0, first), next };
}
