import type { Event, State } from '@thuisreis/engine';
import { systemActor } from '@thuisreis/policy';
import type { Database } from '../database.js';
import * as sql from './replica.sql.js';

/** A command that nobody finished, with the event it was stored with. */
export interface PendingCommand {
  readonly corporation: string;
  readonly updateId: string;
  readonly case: string;
  readonly member: string;
  readonly event: Event;
}

/** Leases up to fifty commands pending for more than five seconds, for half a minute. `database`: role `replica`. */
export function takePending(database: Database, corporation: string): Promise<PendingCommand[]> {
  const work = { write: true };
  return database.as(systemActor(corporation), (tx) => tx.query<PendingCommand>(sql.TAKE_PENDING, [corporation]), work);
}

/** A start that nobody finished; `event` holds what its writer stored: all arguments of the start. */
export interface PendingStart {
  readonly corporation: string;
  readonly updateId: string;
  readonly member: string;
  readonly event: object;
}

/** Leases up to twenty starts pending for more than half a minute. `database`: role `replica`. */
export function takeStarts(database: Database, corporation: string): Promise<PendingStart[]> {
  const work = { write: true };
  return database.as(systemActor(corporation), (tx) => tx.query<PendingStart>(sql.TAKE_STARTS, [corporation]), work);
}

/** Removes answers of commands that were refused or vanished a day ago. */
export async function dropAnswers(database: Database, corporation: string): Promise<void> {
  await database.as(systemActor(corporation), (tx) => tx.query(sql.DROP_ANSWERS, [corporation]), { write: true });
}

/** How the row of an open case stands; `hash` is what it says of itself, `state` what it holds. */
export interface OpenCase {
  readonly id: string;
  readonly revision: number;
  readonly hash: string;
  readonly state: State;
  readonly parked: Date | null;
}

/** How the rows of all open cases stand, to be compared with their workflows. */
export function openCases(database: Database, corporation: string): Promise<OpenCase[]> {
  return database.as(systemActor(corporation), (tx) => tx.query(sql.RECONCILE, [corporation]));
}

/** How many cases wait for a person because their row and their workflow differ. */
export async function countParked(database: Database, corporation: string): Promise<number> {
  const [row] = await database.as(systemActor(corporation), (tx) =>
    tx.query<{ parked: number }>(sql.COUNT_PARKED, [corporation]),
  );
  return row?.parked ?? 0;
}

/** A person has repaired the row of a parked case; tell its workflow by `UNPARK` then. False when it was not parked. */
export async function unpark(database: Database, corporation: string, id: string): Promise<boolean> {
  const work = { sql: sql.UNPARK, values: [corporation, id] };
  const rows = await database.as(systemActor(corporation), (tx) => tx.query(work.sql, work.values), { write: true });
  return rows.length > 0;
}

/** A case as its row has it, so that a run can begin from it after the last one ended. */
export interface StoredCase {
  readonly template: { readonly name: string; readonly version: string; readonly hash: string };
  readonly state: State;
}

/** Undefined when there is no such case, or when it still runs, or waits for a person. */
export async function endedCase(database: Database, corporation: string, id: string): Promise<StoredCase | undefined> {
  const work = { sql: sql.ENDED, values: [corporation, id] };
  const [row] = await database.as(systemActor(corporation), (tx) => tx.query<{ state: State }>(work.sql, work.values));
  return row && { template: row.state.template, state: row.state };
}
