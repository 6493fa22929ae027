import { Connection } from '@temporalio/client';
import pg from 'pg';
import { commandId } from '../../apps/api/src/case/command-id.js';
import type { RunFile } from './house.js';

/** An act that was sent once and never again. */
export interface Sent {
  readonly key: string;
  readonly caseId: string;
  readonly item: string;
}
/** Where an act has got to: its command in the database. */
export interface Standing extends Sent {
  readonly status: 'pending' | 'done' | 'refused' | 'absent';
  readonly revision: number | null;
}
interface CommandRow {
  readonly id: string;
  readonly status: 'pending' | 'done' | 'refused';
  readonly revision: number | null;
}

/** Reads, as the database's administrator, how each act stands right now. */
export async function standingOf(run: RunFile, sent: readonly Sent[]): Promise<Standing[]> {
  const { port, database, admin } = run.postgres;
  const client = new pg.Client({ host: '127.0.0.1', port, database, user: admin.user, password: admin.password });
  await client.connect();
  try {
    const ids = sent.map(({ key }) => commandId('waterkant', key));
    const { rows } = await client.query<CommandRow>('SELECT id, status, revision FROM command WHERE id = ANY($1)', [
      ids,
    ]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return sent.map((one, index) => {
      const row = byId.get(ids[index] ?? '');
      return { ...one, status: row?.status ?? 'absent', revision: row?.revision ?? null };
    });
  } finally {
    await client.end();
  }
}

/** Of these acts, those that their workflow had accepted before `at` (ms): update ids stand unencrypted in its history. */
export async function acceptedBefore(run: RunFile, sent: readonly Sent[], at: number): Promise<Sent[]> {
  const connection = await Connection.connect({ address: run.temporal.address });
  const { namespace } = run.temporal;
  const isAccepted = async ({ key, caseId }: Sent): Promise<boolean> => {
    const execution = { workflowId: `case/waterkant/${caseId}` };
    const { history } = await connection.workflowService.getWorkflowExecutionHistory({ namespace, execution });
    return (history?.events ?? []).some((event) => {
      const done = event.workflowExecutionUpdateCompletedEventAttributes;
      const time = Number(event.eventTime?.seconds ?? 0) * 1000 + (event.eventTime?.nanos ?? 0) / 1e6;
      return done?.meta?.updateId === commandId('waterkant', key) && time <= at;
    });
  };
  try {
    const answers = await Promise.all(sent.map(isAccepted));
    return sent.filter((_, index) => answers[index]);
  } finally {
    await connection.close();
  }
}
