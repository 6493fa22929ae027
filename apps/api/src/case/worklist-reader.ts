import { Injectable } from '@nestjs/common';
import type { Text } from '@thuisreis/engine';
import { Database } from '@thuisreis/read-model';
import { checkPage, cutPage, offsetOf } from '../graphql/page.js';
import { nameOf } from '../household/household-reader.js';
import { logReading, type HouseholdColumns } from '../household/household.sql.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { say } from './draw-form.js';
import { Scope, type Point, type TaskPage, type TaskRow } from './worklist.graphql.js';
import { worklistPage } from './worklist.sql.js';

interface Asked {
  readonly scope: Scope;
  readonly project: string | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
}
export interface WorklistColumns extends HouseholdColumns {
  readonly case: string;
  readonly item: string;
  readonly title: Text;
  readonly role: string | null;
  readonly urgency: number;
  readonly reasons: Point[];
  readonly due: string | null;
  readonly breach_at: Date | null;
  readonly assignee: string | null;
  readonly snoozed_until: Date | null;
  readonly project: string | null;
}

/** What is to be done, most urgent first. */
@Injectable()
export class WorklistReader {
  constructor(private readonly database: Database) {}

  async page(asker: Session, { scope, project, first, after }: Asked): Promise<TaskPage> {
    checkPage(first);
    const offset = offsetOf(after);
    if (!opens(asker, 'read', 'D1')) return { rows: [], next: null };
    const mine = scope === Scope.MINE ? asker.actor.member : null;
    const values = [mine, asker.actor.roles, project ?? null, first + 1, offset];
    const { corporation, member, classes } = asker.actor;
    const rows = await this.database.as(
      asker.actor,
      async (tx) => {
        const found = await tx.query<WorklistColumns>(worklistPage, values);
        if (found.length > 0) await tx.query(logReading, [corporation, member, null, null, 'worklist', classes]);
        return found;
      },
      { write: true },
    );
    const page = cutPage(rows, first, offset);
    return { rows: page.rows.map((row) => taskRow(row, asker.language)), next: page.next };
  }
}

function taskRow(row: WorklistColumns, language: string): TaskRow {
  const household = nameOf(row);
  return {
    caseId: row.case,
    item: row.item,
    title: say(row.title, language),
    role: row.role,
    household,
    address: household?.address ?? null,
    urgency: row.urgency,
    reasons: row.reasons,
    due: row.due,
    breachAt: row.breach_at?.toISOString() ?? null,
    assignee: row.assignee,
    snoozedUntil: row.snoozed_until?.toISOString().slice(0, 10) ?? null,
    project: row.project,
  };
}
