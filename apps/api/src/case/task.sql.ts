export interface DeskRow {
  readonly role: string;
  readonly household: string | null;
}
export const deskRow = `SELECT role, household FROM worklist WHERE "case" = $1 AND item = $2`;
export const commandBefore = `SELECT content_hash FROM command WHERE id = $1`;
export const writeDone = `
  INSERT INTO command (corporation, id, "case", member, name, content_hash, status, settled_at)
  VALUES ($1, $2, $3, $4, $5, $6, 'done', now())`;
export const writeAudit = `
  INSERT INTO audit (corporation, member, household, "case", action, command) VALUES ($1, $2, $3, $4, $5, $6)`;

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
