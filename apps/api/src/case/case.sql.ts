import type { Entry, Json, State } from '@thuisreis/engine';
import { householdColumns, type HouseholdColumns } from '../household/household.sql.js';

export interface CaseColumns extends HouseholdColumns {
  readonly id: string;
  readonly kind: string;
  readonly revision: number;
  readonly state: State;
  readonly template_hash: string;
  readonly status: string;
  readonly project: string | null;
}
export const oneCase = `
  SELECT c.id, c.kind, c.revision, c.state, c.template_hash, c.status, p.slug AS project, ${householdColumns}
  FROM "case" c
  LEFT JOIN project p ON p.corporation = c.corporation AND p.id = c.project
  LEFT JOIN household h ON h.corporation = c.corporation AND h.id = c.household
  LEFT JOIN dwelling d ON d.corporation = h.corporation AND d.id = h.dwelling
  WHERE c.id = $1`;

/** No log, no data: the look at a case, when the reader may have one. */
export const noteCase = `
  INSERT INTO access_log (corporation, member, household, "case", what, classes)
  SELECT $1, $2, c.household, c.id, $4, $5 FROM "case" c WHERE c.id = $3`;

export interface JournalColumns {
  readonly revision: number;
  readonly now: Date;
  readonly actor: string | null;
  readonly by: string | null;
  readonly log: readonly Entry[];
}
export const journalOf = `
  SELECT j.revision, j.now, j.actor, m.name AS by, j.log FROM journal j
  LEFT JOIN member m ON m.corporation = j.corporation AND m.id = j.actor
  WHERE j."case" = $1 ORDER BY j.revision DESC LIMIT 200`;

export interface TaskColumns {
  readonly item: string;
  readonly role: string | null;
  readonly due: string | null;
  readonly breach_at: Date | null;
  readonly assignee: string | null;
}
export const tasksOf = `
  SELECT w.item, w.role, w.due::text AS due, w.breach_at, w.assignee FROM worklist w WHERE w."case" = $1
  ORDER BY w.urgency DESC, w.item`;

export const caseAnswers = `
  SELECT DISTINCT ON (path) path, value FROM answer WHERE "case" = $1 AND status = 'current' ORDER BY path, revision DESC`;

export const visibleCases = `SELECT id FROM "case" WHERE id = ANY ($1::uuid[])`;

/** Every answer ever shown for some paths, newest first. */
export const shownAnswers = `
  SELECT path, id, value FROM answer WHERE "case" = $1 AND path = ANY ($2::text[]) AND status IN ('current', 'past')
  ORDER BY revision DESC NULLS LAST`;

/** The present answers of some paths with who gave them and when. */
export interface PresentAnswer {
  readonly path: string;
  readonly value: Json;
  readonly by: string | null;
  readonly at: Date | null;
}
export const presentAnswers = `
  SELECT DISTINCT ON (a.path) a.path, a.value, j.actor AS by, j.now AS at
  FROM answer a LEFT JOIN journal j ON j.corporation = a.corporation AND j."case" = a."case" AND j.revision = a.revision
  WHERE a."case" = $1 AND a.path = ANY ($2::text[]) AND a.status = 'current' ORDER BY a.path, a.revision DESC`;
