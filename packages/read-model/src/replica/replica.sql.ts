/** Takes the case for this step, with the key of its journal, which is its household's; parallel steps of one case wait here. */
export const LOCK = `SELECT c.id, c.revision, c.state, c.hash, c.parked, c.template_hash, c.household, c.project, c.team,
    k.id AS "keyId", k.wrapped
  FROM "case" c LEFT JOIN data_key k ON k.corporation = c.corporation AND k.subject = coalesce(c.household, c.id)
  WHERE c.corporation = $1 AND c.id = $2 FOR UPDATE OF c`;

export const TEMPLATE = `SELECT body FROM template_version WHERE corporation = $1 AND hash = $2`;
export const PARK = `UPDATE "case" SET parked = now(), parked_at_revision = $3 WHERE corporation = $1 AND id = $2`;

export const UNPARK = `UPDATE "case" SET parked = NULL, parked_at_revision = NULL
  WHERE corporation = $1 AND id = $2 AND parked IS NOT NULL RETURNING id`;
export const COUNT_PARKED = `SELECT count(*)::int AS parked FROM "case" WHERE corporation = $1 AND parked IS NOT NULL`;
export const ENDED = `SELECT state FROM "case" WHERE corporation = $1 AND id = $2 AND ended_at IS NOT NULL AND parked IS NULL`;

export const INSERT_CASE = `INSERT INTO "case" (corporation, id, kind, template_name, template_version, template_hash,
    project, household, team, parent, revision, state, hash, status, started_at, ended_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 0, $11::jsonb, $12, $13, $14, $15)
  ON CONFLICT (corporation, id) DO NOTHING RETURNING id`;

/** What one step leaves in the database, in one statement. $3 step, $4 changed rows, $5 sealed event, $6 its key, $7 state, $8 the command (as a value of its own, so that its row is found by its key and not among all that is pending). */
export const WRITE_STEP = `WITH
  entry AS (SELECT * FROM jsonb_to_record($3::jsonb) AS e(revision integer, now timestamptz, hash text, status text,
    ended_at timestamptz, update_id uuid, actor uuid, log jsonb, template_name text, template_version text,
    template_hash text, household uuid, project uuid, team uuid, action text)),
  kept AS (UPDATE "case" SET state = $7::jsonb, hash = entry.hash, revision = entry.revision, status = entry.status,
    ended_at = entry.ended_at, template_name = entry.template_name, template_version = entry.template_version,
    template_hash = entry.template_hash FROM entry WHERE corporation = $1 AND id = $2 AND "case".revision < entry.revision),
  journalled AS (INSERT INTO journal (corporation, "case", revision, now, update_id, actor, event, key, log)
    SELECT $1, $2, revision, now, update_id, actor, $5, $6, log FROM entry),
  tasks AS (INSERT INTO task (corporation, "case", item, kind, role, form, state, outcome, started_at, due, breach_at, ended_at, done_by)
    SELECT $1, $2, item, kind, role, form, state, outcome, started_at, due, breach_at, ended_at, done_by
    FROM jsonb_to_recordset($4::jsonb -> 'tasks') AS t(item text, kind text, role text, form text, state text, outcome text,
      started_at timestamptz, due date, breach_at timestamptz, ended_at timestamptz, done_by uuid)
    ON CONFLICT (corporation, "case", item) DO UPDATE SET role = excluded.role, form = excluded.form, state = excluded.state,
      outcome = excluded.outcome, due = excluded.due, breach_at = excluded.breach_at, ended_at = excluded.ended_at,
      done_by = excluded.done_by),
  closed AS (DELETE FROM worklist WHERE corporation = $1 AND "case" = $2
    AND item IN (SELECT jsonb_array_elements_text($4::jsonb -> 'gone'))),
  listed AS (INSERT INTO worklist (corporation, "case", item, title, role, urgency, reasons, due, breach_at, started_at,
      household, project, team)
    SELECT $1, $2, w.item, w.title, w.role, w.urgency, w.reasons, w.due, w.breach_at, w.started_at,
      entry.household, entry.project, entry.team
    FROM entry, jsonb_to_recordset($4::jsonb -> 'worklist') AS w(item text, title jsonb, role text, urgency integer,
      reasons jsonb, due date, breach_at timestamptz, started_at timestamptz)
    ON CONFLICT (corporation, "case", item) DO UPDATE SET title = excluded.title, role = excluded.role,
      urgency = excluded.urgency, reasons = excluded.reasons, due = excluded.due, breach_at = excluded.breach_at),
  intervals AS (INSERT INTO stage_interval (corporation, "case", stage, occurrence, "from", until)
    SELECT $1, $2, stage, occurrence, "from", until FROM jsonb_to_recordset($4::jsonb -> 'intervals')
      AS s(stage text, occurrence integer, "from" timestamptz, until timestamptz)
    ON CONFLICT (corporation, "case", stage, occurrence) DO UPDATE SET until = excluded.until),
  past AS (UPDATE answer SET status = 'past' WHERE corporation = $1 AND "case" = $2 AND answer.status = 'current'
    AND path IN (SELECT p.path FROM answer p WHERE p.corporation = $1 AND p.command = $8 AND p.status = 'pending')),
  current AS (UPDATE answer SET status = 'current', revision = entry.revision FROM entry
    WHERE corporation = $1 AND command = $8 AND answer.status = 'pending'),
  settled AS (UPDATE command SET status = 'done', revision = entry.revision, settled_at = now(), event = NULL FROM entry
    WHERE corporation = $1 AND id = $8 AND command.status = 'pending'),
  audited AS (INSERT INTO audit (corporation, member, household, "case", action, command, revision)
    SELECT $1, actor, household, $2, action, update_id, revision FROM entry)
  SELECT pg_notify('case_changed', json_build_object('caseId', $2::text, 'revision', entry.revision, 'corporation', $1::text)::text)
  FROM entry`;

/** A no is written before it is said; what was settled meanwhile stands. */
export const REFUSE = `WITH refused AS (
    UPDATE command SET status = 'refused', refusals = $3::jsonb, settled_at = now(), event = NULL
    WHERE corporation = $1 AND id = $2 AND status = 'pending' RETURNING id, status, revision, refusals),
  dropped AS (UPDATE answer SET status = 'dropped' WHERE corporation = $1 AND command IN (SELECT id FROM refused) AND status = 'pending')
  SELECT id, status, revision, refusals FROM refused`;
export const COMMAND = `SELECT id, status, revision, refusals FROM command WHERE corporation = $1 AND id = $2`;

/** Takes commands that nobody finished within five seconds, by a lease in the row; no lock outlives the statement. */
export const TAKE_PENDING = `UPDATE command SET lease_until = now() + interval '30 seconds'
  WHERE corporation = $1 AND id IN (SELECT c.id FROM command c LEFT JOIN "case" k ON k.corporation = c.corporation AND k.id = c."case"
    WHERE c.corporation = $1 AND c.status = 'pending' AND c.created_at < now() - interval '5 seconds' AND c."case" IS NOT NULL
      AND c.event IS NOT NULL AND c.name <> 'startCase' AND (c.lease_until IS NULL OR c.lease_until < now()) AND k.parked IS NULL
    ORDER BY c.created_at LIMIT 50 FOR UPDATE OF c SKIP LOCKED)
  RETURNING corporation, id AS "updateId", "case", member, event`;

/** Starts that nobody finished: their id is the case's, their event holds all arguments of the start. */
export const TAKE_STARTS = `UPDATE command SET lease_until = now() + interval '30 seconds'
  WHERE corporation = $1 AND id IN (SELECT c.id FROM command c
    WHERE c.corporation = $1 AND c.status = 'pending' AND c.created_at < now() - interval '30 seconds' AND c.name = 'startCase'
      AND c.event IS NOT NULL AND (c.lease_until IS NULL OR c.lease_until < now())
    ORDER BY c.created_at LIMIT 20 FOR UPDATE OF c SKIP LOCKED)
  RETURNING corporation, id AS "updateId", member, event`;

/** Answers of commands that were refused or never came, a day later. */
export const DROP_ANSWERS = `DELETE FROM answer WHERE corporation = $1 AND created_at < now() - interval '1 day'
  AND (status = 'dropped' OR (status = 'pending' AND command NOT IN (SELECT id FROM command WHERE corporation = $1 AND status = 'pending')))`;

/** Every open case with its revision and hash, for \`doctor --reconcile\`. */
export const RECONCILE = `SELECT id, revision, hash, state, parked FROM "case" WHERE corporation = $1 AND ended_at IS NULL ORDER BY id`;
