/** The rows of an import, all or none: a file with errors writes nothing. */
import { ApplicationFailure } from '@temporalio/activity';
import { begin, type PastEvent, type Template } from '@thuisreis/engine';
import { compare, merged, pastOf, readHouseholds, type HouseholdRow } from '@thuisreis/household-import';
import { systemActor } from '@thuisreis/policy';
import { householdTemplate, knownLeases, type Database, type Transaction } from '@thuisreis/read-model';
import type { ImportStart } from '@thuisreis/workflows';
import { journeyOf } from '../journeys.js';
import { idOf, writeHouseholds, type ImportPlace, type Placed } from './rows.js';

interface ImportRow {
  readonly state: string;
  readonly project: string;
  readonly team: string | null;
  readonly member: string;
  readonly file: Uint8Array;
  readonly mapping: Record<string, string> | null;
  readonly template: string;
  readonly time_scale: number | null;
}
type Found = ImportRow & ImportPlace;
const FIND = `SELECT i.state, i.project, p.team, i.member, i.file, i.mapping, p.template, p.time_scale
  FROM import i JOIN project p ON p.corporation = i.corporation AND p.id = i.project
  WHERE i.corporation = $1 AND i.id = $2 FOR UPDATE OF i`;
const COUNT = `SELECT count(*)::int AS starts FROM command WHERE corporation = $1 AND content_hash = $2 AND name = 'startCase'`;
const WRITTEN = `UPDATE import SET state = 'starting', total = $3 WHERE corporation = $1 AND id = $2`;
const FAILED = `UPDATE import SET state = 'failed', file = '', finished_at = now() WHERE corporation = $1 AND id = $2`;
const AT_ONCE = 500;

/**
 * Answers the number of journeys the import wants started, also when its rows were written by an earlier try. What
 * cannot be written as a whole ends the import: another try would meet the same rows. `alive` is called between parts.
 */
export async function importRows(
  database: Database,
  { importId, corporation }: ImportStart,
  alive: () => void = () => undefined,
): Promise<number> {
  const actor = systemActor(corporation);
  const work = async (tx: Transaction): Promise<number> => {
    const [row] = await tx.query<ImportRow>(FIND, [corporation, importId]);
    if (!row) throw new Error(`import ${importId} is not there`);
    if (row.state === 'pending') await write(tx, { ...row, importId, corporation }, alive);
    const [{ starts } = { starts: 0 }] = await tx.query<{ starts: number }>(COUNT, [corporation, importId]);
    if (row.state === 'pending') await tx.query(WRITTEN, [corporation, importId, starts]);
    return starts;
  };
  try {
    return await database.as(actor, work, { write: true });
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    await database.as(actor, (tx) => tx.query(FAILED, [corporation, importId]), { write: true });
    throw error;
  }
}

async function write(tx: Transaction, found: Found, alive: () => void): Promise<void> {
  const template = await householdTemplate(tx, found.corporation, found.template);
  if (!template) throw ends('no household template is published');
  const read = readHouseholds(new Uint8Array(found.file), found.mapping ?? undefined);
  if (read.errors.length > 0) throw ends(`the file has ${read.errors.length} errors`);
  const contracts = read.rows.map(({ lease }) => lease);
  const known = new Map((await knownLeases(tx, found.corporation, contracts)).map((one) => [one.lease, one]));
  const compared = compare(known.values(), read);
  const now = new Date().toISOString();
  const fresh = compared.new.map((row) => freshOf(found, template, row, now));
  const changed = compared.changed.map((row): Placed => {
    const before = known.get(row.lease);
    if (before?.project !== found.project) throw ends('a lease belongs to another project');
    return { household: before.household, row: merged(before, row) };
  });
  const all = [...fresh, ...changed];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await writeHouseholds(tx, found, all.slice(from, from + AT_ONCE));
    alive();
  }
}

/** A household that is new, with the stored start of its journey and the past that its file tells. */
function freshOf(found: Found, template: Template, row: HouseholdRow, now: string): Placed {
  const { corporation, project, team, member, time_scale: timeScale } = found;
  const household = idOf(corporation, 'household', row.lease);
  const tasks = new Set(template.items.filter(({ kind }) => kind === 'humanTask').map(({ id }) => id));
  const history = pastOf(row, tasks, member) as readonly PastEvent[];
  const place = { corporation, project, team, timeScale };
  const start = journeyOf(template, place, household, idOf(corporation, 'case', row.lease), now, history);
  const { facts, origin } = start.start;
  if (history.length > 0 && !begin(template, facts, history, now, origin).accepted)
    throw ends(`the history of line ${row.line} is refused`);
  return { household, row, start };
}

const ends = (message: string): ApplicationFailure => ApplicationFailure.nonRetryable(message, 'importHasErrors');
