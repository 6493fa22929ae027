import { Injectable } from '@nestjs/common';
import { Database } from '@thuisreis/read-model';
import { checkPage, cutPage, offsetOf } from '../graphql/page.js';
import { isUuid } from '../graphql/uuid.js';
import type { Session } from '../session/session.js';
import type { AuditPage } from './audit.graphql.js';

/**
 * What people did and what they looked at, newest first. Row security leaves a person their own acts, a team lead those
 * around the households of the team, and the auditor all. $1 a household or null, $2 rows, $3 offset.
 */
const auditPage = `
  SELECT 'a' || id AS id, at, member, action, "case", household, classes FROM audit
  WHERE $1::uuid IS NULL OR household = $1
  UNION ALL
  SELECT 'r' || id, at, member, 'read ' || what, "case", household, classes FROM access_log
  WHERE $1::uuid IS NULL OR household = $1
  ORDER BY at DESC, id DESC LIMIT $2 OFFSET $3`;

interface AuditColumns {
  readonly id: string;
  readonly at: Date;
  readonly member: string | null;
  readonly action: string;
  readonly case: string | null;
  readonly household: string | null;
  readonly classes: string[];
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
