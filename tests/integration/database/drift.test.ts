/**
 * The database is what the repository says it is: migrations give the committed schema, and every statement in the code
 * fits it. After a change on purpose: `npm run migrations:check -- --write`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { asAdmin } from '@thuisreis/local-services';
import { pendingMigrations, schemaText } from '@thuisreis/read-model';
import { startCluster, type Cluster } from './cluster.js';

jest.setTimeout(120_000);
const COMMITTED = resolve('packages/read-model/schema.txt');
/** undefined_table, undefined_column, undefined_function, datatype_mismatch, syntax_error, ambiguous_column. */
const MISFITS = new Set(['42P01', '42703', '42883', '42804', '42601', '42702']);
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster?.stop());

function statementFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist', 'web'].includes(entry.name) ? [] : statementFiles(path);
    return path.endsWith('.sql.ts') ? [path] : [];
  });
}

describe('the schema', () => {
  it('that migrations make is the committed one', async () => {
    const made = await schemaText(cluster.adminUrl);
    if (process.env['WRITE_SCHEMA']) writeFileSync(COMMITTED, made);
    expect(made.split('\n')).toEqual(readFileSync(COMMITTED, 'utf8').split('\n'));
    expect(await pendingMigrations(cluster.ownerUrl)).toEqual([]);
  });

  it('differs as soon as anybody changes a column, a policy or a grant by hand', async () => {
    const before = await schemaText(cluster.adminUrl);
    for (const [change, back] of [
      ['ALTER TABLE note ADD COLUMN more text', 'ALTER TABLE note DROP COLUMN more'],
      ['ALTER TABLE note NO FORCE ROW LEVEL SECURITY', 'ALTER TABLE note FORCE ROW LEVEL SECURITY'],
      ['GRANT DELETE ON journal TO thuisreis_api', 'REVOKE DELETE ON journal FROM thuisreis_api'],
      [
        'DROP INDEX worklist_open',
        'CREATE INDEX worklist_open ON worklist (corporation, urgency DESC, breach_at, "case", item)',
      ],
    ] as const) {
      await asAdmin(cluster.postgres, 'thuisreis', (client) => client.query(change));
      expect([change, (await schemaText(cluster.adminUrl)) === before]).toEqual([change, false]);
      await asAdmin(cluster.postgres, 'thuisreis', (client) => client.query(back));
      expect([back, (await schemaText(cluster.adminUrl)) === before]).toEqual([back, true]);
    }
  });

  it('fits every statement of the code', async () => {
    const files = ['packages', 'apps'].flatMap((folder) => statementFiles(resolve(folder)));
    const misfits: string[] = [];
    let count = 0;
    for (const file of files) {
      const statements = Object.entries((await import(file)) as Record<string, unknown>);
      for (const [name, sql] of statements) {
        // Lists of columns stand in such files too; the statements that use them are prepared whole.
        if (typeof sql !== 'string' || !/^\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\b/u.test(sql)) continue;
        count += 1;
        const said = await prepared(sql);
        if (said) misfits.push(`${relative('.', file)} ${name}: ${said}`);
      }
    }
    console.log(`${count} statements in ${files.length} files fit the schema`);
    expect(misfits).toEqual([]);
    expect(count).toBeGreaterThan(40);
    expect(await prepared('SELECT colour FROM household')).toContain('colour');
  });
});

/** What PostgreSQL has against a statement; a parameter whose type it cannot guess is nothing against it. */
function prepared(sql: string): Promise<string | undefined> {
  return asAdmin(cluster.postgres, 'thuisreis', async (client) => {
    try {
      await client.query(`PREPARE statement AS ${sql}`);
      return undefined;
    } catch (error) {
      const { code = '', message } = error as Error & { code?: string };
      return MISFITS.has(code) ? message : undefined;
    }
  });
}
