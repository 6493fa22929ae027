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
