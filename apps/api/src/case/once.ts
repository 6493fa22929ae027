import type { Transaction } from '@thuisreis/read-model';
import type { Session } from '../session/session.js';
import { commandId, contentHash } from './command-id.js';
import * as sql from './once.sql.js';

/** An act that the desk carries out by itself, in one transaction. */
export interface DeskAct<A> {
  readonly name: string;
  readonly input: { readonly key: string };
  readonly caseId?: string;
  /** Does it, and says what was done; `notFound` leaves no trace, so that absent and forbidden stay the same. */
  readonly work: (tx: Transaction) => Promise<Worked<A> | 'notFound'>;
}
interface Worked<A> {
  readonly refusals: readonly Refused[];
  /** What a resend is answered too; plain JSON. */
  readonly answer: A;
  readonly household?: string | null;
}
export interface Refused {
  readonly code: string;
  readonly path?: string | null;
  readonly params?: unknown;
}
export interface Answered<A> {
  readonly refusals: readonly Refused[];
  readonly duplicate: boolean;
  readonly answer: A | null;
}

/**
 * Carries an act out under its key with its audit line: twins wait for each other, a key that was used answers as it
 * did then, also with a no, and a key with other content is `keyReused`.
 */
export async function once<A>(tx: Transaction, asker: Session, act: DeskAct<A>): Promise<Answered<A>> {
  const { corporation, member } = asker.actor;
  const id = commandId(corporation, act.input.key);
  const hash = contentHash(asker, act.name, act.input);
  await tx.query(sql.waitForTwin, [id]);
  const [before] = await tx.query<sql.DeskCommand>(sql.commandBefore, [id]);
  if (before) return answerAgain(before as sql.DeskCommand & { answer: A | null }, hash);
  const done = await act.work(tx);
  if (done === 'notFound') return { refusals: [{ code: 'notFound' }], duplicate: false, answer: null };
  const { refusals, answer, household = null } = done;
  const refused = refusals.length > 0;
  await tx.query(sql.writeSettled, [
    ...[corporation, id, act.caseId ?? null, member, act.name, hash, refused ? 'refused' : 'done'],
    ...[refused ? JSON.stringify(refusals) : null, JSON.stringify(answer)],
  ]);
  if (!refused) await tx.query(sql.writeAudit, [corporation, member, household, act.caseId ?? null, act.name, id]);
  return { refusals, duplicate: false, answer };
}

const answerAgain = <A>(before: sql.DeskCommand & { answer: A | null }, hash: string): Answered<A> =>
  before.content_hash === hash
    ? { refusals: before.refusals ?? [], duplicate: true, answer: before.answer }
    : { refusals: [{ code: 'keyReused' }], duplicate: true, answer: null };
