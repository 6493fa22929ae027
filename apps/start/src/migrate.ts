import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { asAdmin, type WithDatabase } from '@thuisreis/local-services';
import { say } from './log.js';
import { readWhole, writeWhole } from './run-file.js';
import type { Settings } from './settings.js';

export const MIGRATED = 'migrated.json';

/**
 * Applies migrations as `npx thuisreis migrate` does: this process itself holds no key to the tables. Nothing to do
 * when this very build has done it to this very cluster.
 */
export async function migrate(settings: Settings, ready: WithDatabase, env: NodeJS.ProcessEnv): Promise<void> {
  const [build, cluster] = [buildOf(settings.root), await clusterOf(ready)];
  const before = readWhole(settings.dataDir, MIGRATED) as { build?: string; cluster?: string } | undefined;
  if (build !== undefined && before?.build === build && before.cluster === cluster) return;
  await apply(settings.root, env);
  writeWhole(settings.dataDir, MIGRATED, { build, cluster });
}

/** The fingerprint of the sources that were built last; undefined when nobody wrote it down. */
function buildOf(root: string): string | undefined {
  try {
    return readFileSync(join(root, 'node_modules/.thuisreis/built'), 'utf8');
  } catch {
    return undefined;
  }
}

function clusterOf({ postgres }: WithDatabase): Promise<string> {
  return asAdmin(postgres, 'postgres', async (client) => {
    const found = await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()');
    return found.rows[0]?.id ?? '';
  });
}

function apply(root: string, env: NodeJS.ProcessEnv): Promise<void> {
  const args = [join(root, 'apps/cli/dist/main.js'), 'migrate'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => say(`migrate   ${line}`));
  }
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`migrate ended with ${code}`))));
  });
}
