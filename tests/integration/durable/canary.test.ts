/** Plants twelve canaries in what travels through Temporal and looks for them in every bytea column it stores. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startServices, type Services } from '@thuisreis/local-services';
import { startOf, submit } from '../../replay/walks.js';
import { openHouse } from './workflow-house.js';
import { SUBMIT, type Accepted, type Submission } from '../../../workflows/src/messages.js';

const COLUMNS = `SELECT table_name, column_name FROM information_schema.columns
  WHERE table_schema = 'public' AND data_type = 'bytea'`;
const canariesFor = (run: string): string[] =>
  [
    'name',
    'surname',
    'phone',
    'email',
    'street',
    'note',
    'letter',
    'code-D4',
    'care',
    'answer',
    'member',
    'reason',
  ].map((kind) => `canary-${run}-${kind}`);

let services: Services;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'thuisreis-canary-'));
  services = await startServices({ dataDir: folder, log: () => undefined });
}, 300_000);
afterAll(async () => {
  await services?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** A journey with canaries wherever a caller could put one: answers, ids of people, reasons, and a refused update. */
async function walkWith(canaries: readonly string[], sealed: boolean): Promise<void> {
  const house = await openHouse(services.temporal.address, { sealed });
  const handle = await house.start(startOf(randomUUID(), new Date().toISOString()));
  const sent = (event: Submission['event'], member: string): Promise<unknown> => {
    const updateId = randomUUID();
    const args: [Submission] = [{ updateId, actor: { member, corporation: 'c1' }, event }];
    return handle.executeUpdate<Accepted, [Submission]>(SUBMIT, { updateId, args }).catch(() => undefined);
  };
  await sent(submit('talk', { 'talk.note': { answer: canaries[0]! } }), canaries[1]!);
  for (const [index, canary] of canaries.slice(2, 10).entries())
    await sent({ ...submit(index === 0 ? 'works' : `works#${index + 1}`), by: canary } as Submission['event'], canary);
  await sent({ type: 'suspend', by: canaries[10]!, reason: canaries[11]! }, canaries[10]!);
  await sent({ type: 'resume', by: canaries[10]! }, canaries[10]!);
  await sent(submit('done'), 'm1');
  await sent(submit('goodbye'), 'm1');
  await handle.result();
  await house.close();
}

async function found(canaries: readonly string[]): Promise<number> {
  const seen = new Set<string>();
  for (const database of ['temporal', 'temporal_visibility']) {
    const { user, password } = services.postgres.admin;
    const client = new pg.Client({ host: '127.0.0.1', port: services.postgres.port, user, password, database });
    await client.connect();
    for (const { table_name: table, column_name: column } of (await client.query(COLUMNS)).rows as Record<
      string,
      string
    >[]) {
      const sql = `SELECT c.canary FROM unnest($1::text[]) AS c(canary) WHERE EXISTS
        (SELECT FROM "${table}" WHERE position(convert_to(c.canary, 'UTF8') IN "${column}") > 0)`;
      for (const { canary } of (await client.query(sql, [canaries])).rows as { canary: string }[]) seen.add(canary);
    }
    await client.end();
  }
  return seen.size;
}

describe('what Temporal stores', () => {
  it('holds no canary', async () => {
    const canaries = canariesFor(randomUUID().slice(0, 8));
    await walkWith(canaries, true);
    const count = await found(canaries);
    process.stdout.write(`${count} of ${canaries.length} found\n`);
    expect(count).toBe(0);
  }, 120_000);

  it('would hold them without the codec, so the scan can be trusted', async () => {
    const canaries = canariesFor(randomUUID().slice(0, 8));
    await walkWith(canaries, false);
    const count = await found(canaries);
    process.stdout.write(`without the codec: ${count} of ${canaries.length} found\n`);
    expect(count).toBeGreaterThan(0);
  }, 120_000);
});
