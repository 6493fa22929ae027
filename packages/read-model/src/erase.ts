import { systemActor } from '@thuisreis/policy';
import type { Database } from './database.js';

/** In the role `replica`: what a case keeps beside its journal. The shell of the state stays, so that it can be read. */
const EMPTY = `WITH erased AS (
    UPDATE "case" SET status = 'ended', ended_at = coalesce(ended_at, now()), parked = NULL,
      state = (state - 'before') || jsonb_build_object('facts', '{}'::jsonb, 'outcomes', '{}'::jsonb, 'date', '{}'::jsonb,
        'doneBy', '{}'::jsonb, 'escalations', '{}'::jsonb, 'ended', coalesce(ended_at, now()))
    WHERE corporation = $1 AND household = $2 RETURNING id),
  listed AS (DELETE FROM worklist WHERE corporation = $1 AND "case" IN (SELECT id FROM erased)),
  tasks AS (DELETE FROM task WHERE corporation = $1 AND "case" IN (SELECT id FROM erased)),
  commands AS (UPDATE command SET event = NULL, answer = NULL,
      status = CASE status WHEN 'pending' THEN 'refused' ELSE status END, settled_at = coalesce(settled_at, now())
    WHERE corporation = $1 AND "case" IN (SELECT id FROM erased))
  SELECT id FROM erased`;

/**
 * Erases a household: its key is destroyed, so that journal and Temporal histories of its cases answer `erased` for
 * ever, and rows with its people are deleted. End its open workflows before (ids are `case/<corporation>/<case>`);
 * other processes forget the key within a minute. `worker` and `replica` are opened in those roles. Answers the cases.
 */
export async function eraseHousehold(
  { worker, replica }: { readonly worker: Database; readonly replica: Database },
  corporation: string,
  household: string,
): Promise<string[]> {
  const actor = systemActor(corporation);
  const values = [corporation, household];
  await worker.as(actor, (tx) => tx.query('SELECT erase_household($1, $2)', values), { write: true });
  const cases = await replica.as(actor, (tx) => tx.query<{ id: string }>(EMPTY, values), { write: true });
  return cases.map(({ id }) => id);
}
