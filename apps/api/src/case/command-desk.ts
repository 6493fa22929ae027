import { Injectable } from '@nestjs/common';
import type { Event, Refusal } from '@thuisreis/engine';
import { Database, Replica } from '@thuisreis/read-model';
import type { AcceptedEvent } from '@thuisreis/workflows/messages';
import { Fault } from '../graphql/fault.js';
import type { Session } from '../session/session.js';
import { Courier } from '../temporal/courier.js';
import type { AnswerRow } from './answers.js';
import { noteCase } from './case.sql.js';
import { commandId, contentHash } from './command-id.js';
import * as sql from './command.sql.js';

/** One act on one case, ready to be written down. */
export interface Command {
  readonly key: string;
  readonly caseId: string;
  readonly name: string;
  /** What the caller sent, for telling a resend from another act under the same key. */
  readonly input: object;
  readonly event: Event;
  readonly answers: readonly AnswerRow[];
  /** What the desk itself says no to: it is written down like any no, so that no resend turns it into a yes. */
  readonly refusals?: readonly Refusal[];
}
export interface Outcome {
  readonly refusals: readonly { code: string; path?: string | null; params?: unknown }[];
  readonly duplicate: boolean;
  readonly revision: number | null;
}

/** Writes the command down, sends it, applies it: may lag, never lead (durable before it is said to be done). */
@Injectable()
export class CommandDesk {
  constructor(
    private readonly database: Database,
    private readonly replica: Replica,
    private readonly courier: Courier,
  ) {}

  /** Carries a command out once, however often it is sent. */
  async carryOut(asker: Session, command: Command): Promise<Outcome> {
    const row = await this.writeDown(asker, command);
    if (row.content_hash !== contentHash(asker, command.name, command.input)) return refused('keyReused', true);
    if (row.status !== 'pending') return { ...outcomeOf(row), duplicate: !row.fresh };
    return { ...(await this.send(asker, command, row)), duplicate: !row.fresh };
  }

  /**
   * The command of this key: written now with its answers, or the one that was there before. The case is read again for
   * the answer; that look is noted here, in the same transaction, and not in one of its own.
   */
  private async writeDown(asker: Session, command: Command): Promise<sql.CommandRow> {
    const { corporation, member, classes } = asker.actor;
    const id = commandId(corporation, command.key);
    const refusals = command.refusals?.length ? JSON.stringify(command.refusals) : null;
    const values = [
      ...[corporation, id, command.caseId, member, command.name],
      contentHash(asker, command.name, command.input),
      ...[refusals === null ? JSON.stringify(command.event) : null, refusals, JSON.stringify(command.answers)],
    ];
    const [written = [], [row] = []] = await this.database.batch<[{ id: string }[], sql.CommandRow[]]>(
      asker.actor,
      [
        [sql.writeCommand, values],
        [sql.findCommand, [id]],
        [noteCase, [corporation, member, command.caseId, 'case', classes]],
      ],
      { write: true },
    );
    if (!row) throw new Fault('notReachable', 'Send it again with the same key');
    return { ...row, fresh: written.length > 0 };
  }

  /** Sends the event of the row, never one of its own making: a twin may have written it. */
  private async send(asker: Session, command: Command, row: sql.CommandRow): Promise<Omit<Outcome, 'duplicate'>> {
    const { corporation, member } = asker.actor;
    const submission = { updateId: row.id, actor: { member, corporation }, event: row.event };
    const verdict = await this.courier.submit(corporation, command.caseId, submission);
    if (verdict.said === 'ended') return this.settleEnded(corporation, row.id);
    if (verdict.said === 'no') return this.settleRefused(corporation, row.id, verdict.refusals);
    await this.follow(corporation, command.caseId, { ...verdict.accepted, ...submission });
    return { refusals: [], revision: verdict.accepted.revision };
  }

  private async follow(corporation: string, caseId: string, accepted: AcceptedEvent): Promise<void> {
    const since = (revision: number): Promise<AcceptedEvent[]> =>
      this.courier.eventsSince(corporation, caseId, revision);
    const applied = await this.replica.apply({ corporation, case: caseId, ...accepted }, since);
    if (applied === 'parked') throw new Fault('caseParked', 'This case waits for a person to look at it');
  }

  /** The last projection may have settled it after all; else the answer is no, and stays no. */
  private async settleEnded(corporation: string, id: string): Promise<Omit<Outcome, 'duplicate'>> {
    return this.settleRefused(corporation, id, [{ code: 'caseEnded' }]);
  }

  private async settleRefused(
    corporation: string,
    id: string,
    refusals: readonly Refusal[],
  ): Promise<Omit<Outcome, 'duplicate'>> {
    const row = await this.replica.refuse(corporation, id, refusals);
    return row.status === 'done' ? { refusals: [], revision: row.revision } : { refusals, revision: null };
  }
}

const refused = (code: string, duplicate: boolean): Outcome => ({ refusals: [{ code }], duplicate, revision: null });

const outcomeOf = (row: sql.CommandRow): Omit<Outcome, 'duplicate'> => ({
  refusals: row.refusals ?? [],
  revision: row.revision,
});
