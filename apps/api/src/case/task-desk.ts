import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@thuisreis/read-model';
import { Fault } from '../graphql/fault.js';
import { isUuid } from '../graphql/uuid.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { CaseReader } from './case-reader.js';
import type { AssignTaskInput, CaseResult, ClaimTaskInput, ReleaseTaskInput, SnoozeTaskInput } from './case.graphql.js';
import { commandId, contentHash } from './command-id.js';
import { nothing } from './nothing.js';
import * as sql from './task.sql.js';

interface DeskAct {
  readonly name: string;
  readonly input: { readonly key: string; readonly caseId: string; readonly item: string };
  /** Changes the row when it may; answers whether it did. */
  readonly change: (tx: Transaction, row: sql.DeskRow) => Promise<boolean>;
}

/** Who does a task and when it is looked at again: the process never hears of it, so the desk writes it itself. */
@Injectable()
export class TaskDesk {
  constructor(
    private readonly database: Database,
    private readonly reader: CaseReader,
  ) {}

  claim(asker: Session, input: ClaimTaskInput): Promise<CaseResult> {
    const { member, roles } = asker.actor;
    return this.act(asker, {
      name: 'claimTask',
      input,
      change: async (tx, row) => roles.includes(row.role) && set(tx, sql.claim, [input.caseId, input.item, member]),
    });
  }

  release(asker: Session, input: ReleaseTaskInput): Promise<CaseResult> {
    const values = [input.caseId, input.item, asker.actor.member];
    return this.act(asker, { name: 'releaseTask', input, change: (tx) => set(tx, sql.release, values) });
  }

  /** To a colleague who fills the task's role. */
  assign(asker: Session, input: AssignTaskInput): Promise<CaseResult> {
    const values = [input.caseId, input.item, input.assignee];
    const change = async (tx: Transaction): Promise<boolean> => isUuid(input.assignee) && set(tx, sql.assign, values);
    return this.act(asker, { name: 'assignTask', input, change });
  }

  snooze(asker: Session, input: SnoozeTaskInput): Promise<CaseResult> {
    const until = input.until ?? null;
    if (until !== null && !/^\d{4}-\d{2}-\d{2}$/.test(until)) throw new Fault('badInput', 'until is yyyy-mm-dd');
    const values = [input.caseId, input.item, until];
    return this.act(asker, { name: 'snoozeTask', input, change: (tx) => set(tx, sql.snooze, values) });
  }

  private async act(asker: Session, act: DeskAct): Promise<CaseResult> {
    const { caseId } = act.input;
    if (!isUuid(caseId) || !opens(asker, 'write', 'D1')) return nothing('notFound');
    const outcome = await this.database.as(asker.actor, (tx) => once(tx, asker, act), { write: true });
    if (outcome.code === 'notFound') return nothing('notFound');
    const read = await this.reader.read(asker, caseId);
    const refusals = outcome.code === undefined ? [] : [{ code: outcome.code }];
    return { refusals, duplicate: outcome.duplicate, caseId, revision: read?.revision ?? null, case: read };
  }
}

/** The act under its key, in one transaction with its audit line; a key that was used answers as it did then. */
async function once(tx: Transaction, asker: Session, act: DeskAct): Promise<{ code?: string; duplicate: boolean }> {
  const { corporation, member } = asker.actor;
  const { key, caseId, item } = act.input;
  const [row] = await tx.query<sql.DeskRow>(sql.deskRow, [caseId, item]);
  const id = commandId(corporation, key);
  const hash = contentHash(asker, act.name, act.input);
  const [before] = await tx.query<{ content_hash: string }>(sql.commandBefore, [id]);
  if (before) return before.content_hash === hash ? { duplicate: true } : { code: 'keyReused', duplicate: true };
  if (!row) return { code: 'notFound', duplicate: false };
  if (!(await act.change(tx, row))) return { code: 'forbiddenAction', duplicate: false };
  await tx.query(sql.writeDone, [corporation, id, caseId, member, act.name, hash]);
  await tx.query(sql.writeAudit, [corporation, member, row.household, caseId, act.name, id]);
  return { duplicate: false };
}

const set = async (tx: Transaction, statement: string, values: readonly unknown[]): Promise<boolean> =>
  (await tx.query(statement, values)).length > 0;
