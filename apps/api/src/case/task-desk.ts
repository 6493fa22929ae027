import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@thuisreis/read-model';
import { Fault } from '../graphql/fault.js';
import { isUuid } from '../graphql/uuid.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { CaseReader } from './case-reader.js';
import type { AssignTaskInput, CaseResult, ClaimTaskInput, ReleaseTaskInput, SnoozeTaskInput } from './case.graphql.js';
import { nothing } from './nothing.js';
import { once, type Refused } from './once.js';
import * as sql from './task.sql.js';

interface TaskAct {
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

  private async act(asker: Session, act: TaskAct): Promise<CaseResult> {
    const { name, input } = act;
    const { caseId } = input;
    if (!isUuid(caseId) || !opens(asker, 'write', 'D1')) return nothing('notFound');
    const work = (tx: Transaction) => carryOut(tx, asker, act);
    const done = await this.database.as(asker.actor, (tx) => once(tx, asker, { name, input, caseId, work }), {
      write: true,
    });
    if (done.refusals[0]?.code === 'notFound') return nothing('notFound');
    const read = await this.reader.read(asker, caseId);
    const revision = done.answer?.revision ?? read?.revision ?? null;
    return { refusals: [...done.refusals], duplicate: done.duplicate, caseId, revision, case: read };
  }
}

/** The change and what came of it; `revision` is the case's at that moment. */
async function carryOut(
  tx: Transaction,
  { actor }: Session,
  { input, change }: TaskAct,
): Promise<{ refusals: Refused[]; answer: { revision: number }; household: string | null } | 'notFound'> {
  const [row] = await tx.query<sql.DeskRow>(sql.deskRow, [input.caseId, input.item]);
  if (!row) return 'notFound';
  const done = { answer: { revision: row.revision }, household: row.household };
  if (!(await change(tx, row))) return { ...done, refusals: [{ code: 'forbiddenAction' }] };
  await tx.query(sql.announce, [actor.corporation, input.caseId, row.revision]);
  return { ...done, refusals: [] };
}

const set = async (tx: Transaction, statement: string, values: readonly unknown[]): Promise<boolean> =>
  (await tx.query(statement, values)).length > 0;
