/** The rows of an import, all or none: a file with errors writes nothing. */
import type { Template } from '@thuisreis/engine';
import { readHouseholds, type HouseholdRow } from '@thuisreis/household-import';
import { systemActor } from '@thuisreis/policy';
import type { Database, Transaction } from '@thuisreis/read-model';
import type { ImportStart } from '@thuisreis/workflows';
import { journeyOf } from '../journeys.js';
import { writeHousehold } from './rows.js';

interface ImportRow {
  readonly project: string;
  readonly member: string;
  readonly file: Uint8Array;
  readonly mapping: Record<string, string> | null;
  readonly template: string;
  readonly time_scale: number | null;
}
const FIND = `SELECT i.project, i.member, i.file, i.mapping, p.template, p.time_scale
  FROM import i JOIN project p ON p.corporation = i.corporation AND p.id = i.project
  WHERE i.corporation = $1 AND i.id = $2`;
/** The project's own template when it is a household's; otherwise the household template that goes with it. */
const TEMPLATE = `SELECT body FROM template_version WHERE corporation = $1 AND kind = 'household'
  ORDER BY name = $2 DESC, body->>'within' = $2 DESC NULLS LAST, name = 'renovation' DESC, created_at DESC,
    string_to_array(version, '.')::int[] DESC LIMIT 1`;
const KNOWN = 'SELECT contract FROM lease WHERE corporation = $1 AND contract = ANY($2)';
const COUNT = `SELECT count(*)::int AS starts FROM command WHERE corporation = $1 AND content_hash = $2 AND name = 'startCase'`;

/** Answers the number of journeys the import wants started, also when its rows were written by an earlier try. */
export function importRows(database: Database, { importId, corporation }: ImportStart): Promise<number> {
  const work = async (tx: Transaction): Promise<number> => {
    const [found] = await tx.query<ImportRow>(FIND, [corporation, importId]);
    if (!found) throw new Error(`import ${importId} is not there`);
    const [version] = await tx.query<{ body: Template }>(TEMPLATE, [corporation, found.template]);
    if (!version) throw new Error('no household template is published');
    const place = { importId, corporation, project: found.project, member: found.member, timeScale: found.time_scale };
    const now = new Date().toISOString();
    const begin = (household: string, id: string) => journeyOf(version.body, place, household, id, now);
    for (const row of await newRows(tx, corporation, found)) await writeHousehold(tx, place, row, begin);
    const [{ starts } = { starts: 0 }] = await tx.query<{ starts: number }>(COUNT, [corporation, importId]);
    await tx.query(`UPDATE import SET state = 'starting', total = $3 WHERE corporation = $1 AND id = $2`, [
      corporation,
      importId,
      starts,
    ]);
    return starts;
  };
  return database.as(systemActor(corporation), work, { write: true });
}

async function newRows(tx: Transaction, corporation: string, found: ImportRow): Promise<readonly HouseholdRow[]> {
  const read = readHouseholds(new Uint8Array(found.file), found.mapping ?? undefined);
  if (read.errors.length > 0) throw new Error(`the file has ${read.errors.length} errors`);
  const known = await tx.query<{ contract: string }>(KNOWN, [corporation, read.rows.map(({ lease }) => lease)]);
  const contracts = new Set(known.map(({ contract }) => contract));
  return read.rows.filter(({ lease }) => !contracts.has(lease));
}
