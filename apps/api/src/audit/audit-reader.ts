import { Injectable } from '@nestjs/common';
import { Database } from '@thuisreis/read-model';
import { checkPage, cutPage, offsetOf } from '../graphql/page.js';
import { isUuid } from '../graphql/uuid.js';
import type { Session } from '../session/session.js';
import type { AuditPage } from './audit.graphql.js';

/** Row security leaves a person their own acts, and the auditor all. */
const auditPage = `
  SELECT id, at, member, action, "case" FROM audit WHERE $1::uuid IS NULL OR household = $1
  ORDER BY id DESC LIMIT $2 OFFSET $3`;

interface AuditColumns {
  readonly id: string;
  readonly at: Date;
  readonly member: string | null;
  readonly action: string;
  readonly case: string | null;
}

/** Who did what, newest first. */
@Injectable()
export class AuditReader {
  constructor(private readonly database: Database) {}

  async page(
    asker: Session,
    { household, first, after }: { household?: string | null; first: number; after?: string | null },
  ): Promise<AuditPage> {
    checkPage(first);
    const offset = offsetOf(after);
    if (household && !isUuid(household)) return { rows: [], next: null };
    const values = [household ?? null, first + 1, offset];
    const found = await this.database.as(asker.actor, (tx) => tx.query<AuditColumns>(auditPage, values));
    const { rows, next } = cutPage(found, first, offset);
    const lines = rows.map((row) => ({ ...row, at: row.at.toISOString(), act: row.action, caseId: row.case }));
    return { rows: lines, next };
  }
}
