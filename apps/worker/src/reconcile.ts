/**
 * A process of its own, started by `thuisreis doctor --reconcile` with the slugs of the corporations: asks the workflow
 * of every open case how it stands and compares that with the row. Prints one JSON line; changes nothing.
 */
import { Client, Connection } from '@temporalio/client';
import { hashState } from '@thuisreis/engine';
import { systemActor } from '@thuisreis/policy';
import { openCases, openDatabase } from '@thuisreis/read-model';
import { STATE, caseWorkflowId, type Standing } from '@thuisreis/workflows/messages';
import { dataConverter, keyRing, keysInDatabase } from '@thuisreis/workflows/codec';
import { readSettings } from './settings.js';

interface Difference {
  readonly corporation: string;
  readonly case: string;
  readonly why: 'parked' | 'revision' | 'hash' | 'state' | 'unanswered';
}
interface Report {
  readonly cases: number;
  readonly differ: readonly Difference[];
}

const AT_ONCE = 8;
const settings = readSettings();
const database = openDatabase({
  url: settings.databaseUrl,
  role: 'replica',
  password: settings.passwords.replica,
  poolSize: 4,
});
const connection = await Connection.connect({ address: settings.temporal.address });
const keys = keysInDatabase((corporation, sql, values) =>
  database.as(systemActor(corporation), (tx) => tx.query(sql, values)),
);
const client = new Client({
  connection,
  namespace: settings.temporal.namespace,
  dataConverter: dataConverter({ keys: keyRing(settings.rootKey, keys), templates: async () => undefined }),
});

/** Rows and workflows move while they are read: only what differs twice, a second apart, differs. */
async function compareAll(corporation: string): Promise<Report> {
  const cases = await openCases(database, corporation);
  const suspects = await compareSome(corporation, cases);
  if (suspects.length === 0) return { cases: cases.length, differ: [] };
  await new Promise((done) => setTimeout(done, 1000));
  const ids = new Set(suspects.map((one) => one.case));
  const again = (await openCases(database, corporation)).filter((one) => ids.has(one.id));
  return { cases: cases.length, differ: await compareSome(corporation, again) };
}

type Row = Awaited<ReturnType<typeof openCases>>[number];

async function compareSome(corporation: string, rows: readonly Row[]): Promise<Difference[]> {
  const left = [...rows];
  const differ: Difference[] = [];
  const work = async (): Promise<void> => {
    for (let row = left.shift(); row !== undefined; row = left.shift()) {
      const why = await difference(corporation, row);
      if (why !== undefined) differ.push({ corporation, case: row.id, why });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return differ;
}

async function difference(corporation: string, row: Row): Promise<Difference['why'] | undefined> {
  if (row.parked !== null) return 'parked';
  const handle = client.workflow.getHandle(caseWorkflowId(corporation, row.id));
  const standing = await handle.query<Standing, []>(STATE).catch(() => undefined);
  if (standing === undefined) return 'unanswered';
  if (standing.revision !== row.revision) return 'revision';
  if (standing.hash !== row.hash) return 'hash';
  return hashState(row.state) === standing.hash ? undefined : 'state';
}

const reports = await Promise.all(process.argv.slice(2).map(compareAll));
const cases = reports.reduce((sum, report) => sum + report.cases, 0);
console.log(JSON.stringify({ cases, differ: reports.flatMap((report) => report.differ) } satisfies Report));
await database.close();
await connection.close();
