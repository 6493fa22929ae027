import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import {
  asAdmin,
  cached,
  keep,
  reachableFolder,
  startServices,
  TEMPORAL_VERSION,
  type Services,
} from '@thuisreis/local-services';

const quiet = () => undefined;

function alive(pid: number): boolean {
  try {
    return (process.kill(pid, 0), true);
  } catch {
    return false;
  }
}

describe('the services of one machine', () => {
  let folder: string;
  let first: Services;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'thuisreis-services-'));
    chmodSync(folder, 0o711);
    first = await startServices({ dataDir: join(folder, 'one'), log: (line) => console.log(line) });
  }, 600_000);
  afterAll(async () => {
    await first.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('serve a namespace with two search attributes', async () => {
    const connection = await Connection.connect({ address: first.temporal.address });
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace: 'thuisreis' });
    await connection.close();
    expect(Object.keys(customAttributes ?? {})).toEqual(expect.arrayContaining(['CorporationId', 'TemplateName']));
  });

  it('hold three databases in one cluster, and Temporal owns only its own two', async () => {
    const rows = await asAdmin(first.postgres, 'postgres', async (client) => {
      const owners =
        'select datname, pg_get_userbyid(datdba) as owner from pg_database where not datistemplate order by 1';
      return (await client.query<{ datname: string; owner: string }>(owners)).rows;
    });
    expect(rows.filter(({ owner }) => owner === 'temporal').map(({ datname }) => datname)).toEqual([
      'temporal',
      'temporal_visibility',
    ]);
    expect(rows).toContainEqual({ datname: 'thuisreis', owner: 'thuisreis_owner' });
  });

  it('keep every acknowledged row: synchronous commit and fsync are on', async () => {
    const answer = await asAdmin(first.postgres, 'postgres', (client) =>
      client.query(`select current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync`),
    );
    expect(answer.rows).toEqual([{ commit: 'on', fsync: 'on' }]);
  });

  it('start beside others, keep data between runs and leave nothing behind', async () => {
    const options = { dataDir: join(folder, 'two'), log: quiet };
    const second = await startServices(options);
    await asAdmin(second.postgres, 'thuisreis', (client) => client.query('create table kept (n int)'));
    await second.stop();
    expect([second.postgres.pid, second.temporal.pid].filter(alive)).toEqual([]);
    expect(existsSync(join(folder, 'two', 'postgres', 'postmaster.pid'))).toBe(false);

    const again = await startServices(options);
    const kept = await asAdmin(again.postgres, 'thuisreis', (client) =>
      client.query('select count(*)::int as n from kept'),
    );
    await again.stop();
    expect(kept.rows).toEqual([{ n: 0 }]);
  }, 120_000);

  it('look for an open folder when a parent is closed to the user of the database', () => {
    const closed = mkdtempSync(join(tmpdir(), 'thuisreis-closed-'));
    const wanted = join(closed, 'clone', '.thuisreis');
    const isRoot = process.getuid?.() === 0;
    expect(reachableFolder(wanted).startsWith('/var/lib/thuisreis/')).toBe(isRoot);
    chmodSync(closed, 0o755);
    expect(reachableFolder(wanted)).toBe(wanted);
    rmSync(closed, { recursive: true });
  });

  it('come back by themselves on the same ports when they are killed, the other one staying as it is', async () => {
    let changes = 0;
    const options = { dataDir: join(folder, 'three'), log: quiet, changed: () => (changes += 1) };
    const three = await startServices(options);
    const before = { postgres: three.postgres, temporal: three.temporal };
    process.kill(before.postgres.pid, 'SIGKILL');
    await until(() => three.postgres.pid !== before.postgres.pid);
    expect(three.temporal.pid).toBe(before.temporal.pid);
    process.kill(before.temporal.pid, 'SIGKILL');
    await until(() => three.temporal.pid !== before.temporal.pid);
    expect(changes).toBe(2);
    expect([three.postgres.port, three.temporal.address]).toEqual([before.postgres.port, before.temporal.address]);
    const answer = await asAdmin(three.postgres, 'thuisreis', (client) => client.query('select 1 as one'));
    expect(answer.rows).toEqual([{ one: 1 }]);
    await three.stop();
    expect([three.postgres.pid, three.temporal.pid].filter(alive)).toEqual([]);
  }, 120_000);

  it('say that a cached Temporal is not what was built, and do not run it', () => {
    const built = mkdtempSync(join(folder, 'built-'));
    for (const name of ['server', 'sql']) {
      const script = `#!/bin/sh\necho "temporal version ${TEMPORAL_VERSION.slice(1)}"\n`;
      writeFileSync(join(built, name), script, { mode: 0o755 });
    }
    const cache = join(folder, 'cache');
    keep(built, cache);
    expect(cached(cache)?.source).toBe(`cache ${cache}`);
    writeFileSync(join(cache, 'sql'), '#!/bin/sh\necho "temporal version 0.0.1"\n');
    expect(cached(cache)).toBeUndefined();
  });

  it('refuse a cached Temporal of another version, though its checksum is right', () => {
    const built = mkdtempSync(join(folder, 'built-'));
    for (const name of ['server', 'sql'])
      writeFileSync(join(built, name), '#!/bin/sh\necho "temporal version 1.0.0"\n', { mode: 0o755 });
    keep(built, join(folder, 'older'));
    expect(cached(join(folder, 'older'))).toBeUndefined();
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition() && tries < 300; tries += 1) await new Promise((done) => setTimeout(done, 100));
}
