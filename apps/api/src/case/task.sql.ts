export interface DeskRow {
  readonly role: string;
  readonly household: string | null;
  readonly revision: number;
}
/** The task, held until the transaction ends: two who claim it see each other. */
export const deskRow = `
  SELECT w.role, w.household, c.revision FROM worklist w JOIN "case" c ON c.corporation = w.corporation AND c.id = w."case"
  WHERE w."case" = $1 AND w.item = $2 FOR UPDATE OF w`;
export const claim = `
  UPDATE worklist SET assignee = $3, claimed_at = now()
  WHERE "case" = $1 AND item = $2 AND (assignee IS NULL OR assignee = $3) RETURNING item`;
export const release = `
  UPDATE worklist SET assignee = NULL, claimed_at = NULL WHERE "case" = $1 AND item = $2 AND assignee = $3 RETURNING item`;
export const assign = `
  UPDATE worklist w SET assignee = $3, claimed_at = now() FROM member m
  WHERE w."case" = $1 AND w.item = $2 AND m.corporation = w.corporation AND m.id = $3 AND m.disabled_at IS NULL
    AND w.role = ANY (m.roles) RETURNING w.item`;
export const snooze = `
  UPDATE worklist SET snoozed_until = $3::date WHERE "case" = $1 AND item = $2 RETURNING item`;

/** The feed hears of it as of a step: colleagues see the same list. */
export const announce = `
  SELECT pg_notify('case_changed', json_build_object('caseId', $2::text, 'revision', $3::int, 'corporation', $1::text)::text)`;
