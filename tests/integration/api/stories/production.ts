import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { World } from '../world.js';

const main = new URL('../../../../apps/api/dist/main.js', import.meta.url).pathname;
interface Ended {
  readonly code: unknown;
  readonly said: string;
}
const start = (env: Record<string, string>, script = main): Promise<Ended> =>
  new Promise((done) => {
    const told = { PATH: process.env['PATH'], ...env };
    execFile(process.execPath, [script], { env: told, timeout: 30_000 }, (error, _stdout, stderr) =>
      done({ code: error?.code ?? 0, said: stderr }),
    );
  });
const codesOf = ({ said }: Ended): string[] => [...said.matchAll(/^ {2}(\w+): /gm)].map(([, code]) => code ?? '');

/** Production starts with everything it needs, or not at all. */
export function production(world: World): void {
  test('it ends with 78 and names all that is missing at once', async () => {
    const ended = await start({ THUISREIS_MODE: 'production', THUISREIS_DATA: '/nowhere' });
    expect(ended.code).toBe(78);
    expect(ended.said).toMatch(/^Thuisreis does not start in production:\n/);
    for (const code of ['noSecrets', 'noPublicUrl', 'noProxies', 'noIssuer', 'noDatabase', 'devTemporal'])
      expect(codesOf(ended)).toContain(code);
  }, 30_000);

  test('npm start does not start it either, and leaves nothing behind', async () => {
    const script = main.replace('apps/api', 'apps/start');
    const data = join(tmpdir(), `thuisreis-${randomUUID()}`);
    const ended = await start({ THUISREIS_MODE: 'production', THUISREIS_DATA: data }, script);
    expect([ended.code, existsSync(data)]).toEqual([78, false]);
    expect(codesOf(ended)).toContain('noIssuer');
  }, 30_000);

  test('the demo’s own house is not fit for it, for its keys and people, and its database is otherwise as it should be', async () => {
    const ended = await start({
      THUISREIS_MODE: 'production',
      THUISREIS_DATA: world.house.data,
      THUISREIS_CONFIG: `${world.house.data}/config`,
      DATABASE_URL: world.house.databaseUrl,
    });
    expect(ended.code).toBe(78);
    expect(codesOf(ended)).toEqual(
      expect.arrayContaining(['defaultKeys', 'demoData', 'demoMembers', 'databaseWithoutTls']),
    );
    for (const code of [
      'strongRole',
      'unguardedTables',
      'fsyncOff',
      'asynchronousCommit',
      'migrationsMissing',
      'clockOff',
    ])
      expect(codesOf(ended)).not.toContain(code);
    expect(ended.said).not.toContain('databaseSilent');
  }, 30_000);

  test('a database with a strong role, an open table, without fsync or a migration is refused', async () => {
    const { house } = world;
    const before = await house.sql<{ name: string }>(`DELETE FROM migration RETURNING *`);
    await house.sql(`ALTER ROLE thuisreis_worker BYPASSRLS`);
    await house.sql(`ALTER TABLE note NO FORCE ROW LEVEL SECURITY`);
    try {
      const ended = await start({
        THUISREIS_MODE: 'production',
        THUISREIS_DATA: house.data,
        DATABASE_URL: house.databaseUrl,
      });
      expect(codesOf(ended)).toEqual(expect.arrayContaining(['strongRole', 'unguardedTables', 'migrationsMissing']));
    } finally {
      await house.sql(`ALTER ROLE thuisreis_worker NOBYPASSRLS`);
      await house.sql(`ALTER TABLE note FORCE ROW LEVEL SECURITY`);
      for (const row of before)
        await house.sql(`INSERT INTO migration SELECT * FROM json_populate_record(NULL::migration, $1)`, [
          JSON.stringify(row),
        ]);
    }
  }, 30_000);
}
