import { householdColumns } from '../household/household.sql.js';

/** $1 only this member's and unclaimed tasks of their roles, $2 their roles, $3 project slug, $4 rows, $5 offset. */
export const worklistPage = `
  SELECT w."case", w.item, w.title, w.role, w.urgency, w.reasons, w.due::text AS due, w.breach_at, w.assignee,
         w.snoozed_until, p.slug AS project, ${householdColumns}
  FROM worklist w
  LEFT JOIN project p ON p.corporation = w.corporation AND p.id = w.project
  LEFT JOIN household h ON h.corporation = w.corporation AND h.id = w.household
  LEFT JOIN dwelling d ON d.corporation = h.corporation AND d.id = h.dwelling
  WHERE ($1::uuid IS NULL OR w.assignee = $1
         OR (w.assignee IS NULL AND w.role = ANY ($2::text[]) AND (w.snoozed_until IS NULL OR w.snoozed_until <= now())))
    AND ($3::text IS NULL OR p.slug = $3)
  ORDER BY w.urgency DESC, w.breach_at NULLS LAST, w."case", w.item
  LIMIT $4 OFFSET $5`;
