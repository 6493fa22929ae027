import { createHash } from 'node:crypto';
import type { Session } from '../session/session.js';
import { uuidOf } from './answers.js';

/** The id of a command, of its update and of its row: derived, so that a resend cannot become a second act. */
export const commandId = (corporation: string, key: string): string => uuidOf('command', corporation, key);

/** Actor, command and input as one hash, keys sorted at every depth. */
export function contentHash(asker: Session, name: string, input: object): string {
  const text = JSON.stringify([asker.actor.member, name, input], (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(text).digest('hex');
}
