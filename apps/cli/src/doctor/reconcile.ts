import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isObject } from '../server/ask.js';
import { runFile } from '../server/run-file.js';
import type { Settings } from '../settings.js';
import { Stop } from '../stop.js';
import type { Check } from './checks.js';

/** What the worker's own process found: every open case's workflow beside its row. */
interface Report {
  readonly cases: number;
  readonly differ: readonly { readonly corporation: string; readonly case: string; readonly why: string }[];
}

/** Compares every open case's workflow with its row; 1 when one differs. */
export async function reconcile(settings: Settings, format: string): Promise<number> {
  const run = runFile(settings);
  const corporations = readdirSync(join(settings.configFolder, 'corporations'));
  const report = await compare(settings, corporations, {
    DATABASE_URL: `postgres://127.0.0.1:${run.postgres.port}/${run.postgres.database}`,
    TEMPORAL_ADDRESS: run.temporal.address,
    TEMPORAL_NAMESPACE: run.temporal.namespace,
    THUISREIS_SECRETS: settings.secretsFile ?? join(settings.dataFolder, 'secrets.json'),
  });
  const total = `${report.cases} cases, ${report.differ.length} differ`;
  const checks = report.differ.map((one): Check => ({
    name: `case/${one.corporation}/${one.case}`,
    status: 'fail',
    detail: one.why,
  }));
  if (format === 'json') {
    const status = checks.length === 0 ? 'ok' : 'fail';
    console.log(JSON.stringify([...checks, { name: 'reconcile', status, detail: total }] satisfies Check[]));
  } else {
    for (const { status, name, detail } of checks) console.log(`${status}  ${name}  ${detail}`);
    console.log(total);
  }
  return report.differ.length > 0 ? 1 : 0;
}

async function compare(
  settings: Settings,
  corporations: readonly string[],
  told: Record<string, string>,
): Promise<Report> {
  const program = join(settings.root, 'apps/worker/dist/reconcile.js');
  const env = { ...process.env, ...told };
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [program, ...corporations], { env });
    const report: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    if (isReport(report)) return report;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').slice(-3) : [];
    throw new Stop(`The comparison could not be made: ${said.join(' ') || 'no answer'}`, 2);
  }
  throw new Stop('The comparison answered in a shape that this version does not know.', 2);
}

const isReport = (value: unknown): value is Report =>
  isObject(value) && typeof value['cases'] === 'number' && Array.isArray(value['differ']);
