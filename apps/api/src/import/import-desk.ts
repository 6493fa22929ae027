import { Injectable } from '@nestjs/common';
import {
  compare,
  readHouseholds,
  type HouseholdContent,
  type Mapping,
  type ReadHouseholds,
} from '@thuisreis/household-import';
import { Database, type Transaction } from '@thuisreis/read-model';
import { uuidOf } from '../case/answers.js';
import { recordOf } from '../case/case-desk.js';
import { once, type Refused } from '../case/once.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { Courier } from '../temporal/courier.js';
import type { CommitImportInput, ImportResult, PreviewImportInput } from './import.graphql.js';
import * as sql from './import.sql.js';

interface Looked {
  readonly project: string;
  readonly read: ReadHouseholds;
  readonly result: ImportResult;
}

/** Receives a file of leases, says what it would do, and hands it to the import's workflow. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly database: Database,
    private readonly courier: Courier,
  ) {}

  async preview(asker: Session, input: PreviewImportInput): Promise<ImportResult> {
    const looked = await this.look(asker, input);
    return typeof looked === 'string' ? no(looked) : looked.result;
  }

  /** All or nothing: with one wrong row nothing is stored. */
  async commit(asker: Session, input: CommitImportInput): Promise<ImportResult> {
    const looked = await this.look(asker, input);
    if (typeof looked === 'string') return no(looked);
    const importId = uuidOf('import', asker.actor.corporation, input.key);
    const work = (tx: Transaction): Promise<Taken> => take(tx, asker, input, looked, importId);
    const done = await this.database.as(asker.actor, (tx) => once(tx, asker, { name: 'commitImport', input, work }), {
      write: true,
    });
    const { duplicate, refusals } = done;
    if (!done.answer) return { ...no(refusals[0]?.code ?? 'notFound'), duplicate };
    // Also for a resend: the first may have ended between its rows and the workflow.
    if (refusals.length === 0) await this.courier.startImport({ importId, corporation: asker.actor.corporation });
    return { ...done.answer, refusals: [...refusals], duplicate };
  }

  private async look(asker: Session, input: PreviewImportInput): Promise<Looked | string> {
    if (!opens(asker, 'write', 'D1') || !opens(asker, 'write', 'D2')) return 'forbiddenAction';
    const known = await this.database.as(asker.actor, (tx) => knownOf(tx, input.project));
    if (!known) return 'notFound';
    const bytes = new Uint8Array(Buffer.from(input.file.base64, 'base64'));
    const mapping = input.mapping == null ? undefined : (recordOf(input.mapping, 'mapping') as Mapping);
    const read = readHouseholds(bytes, mapping);
    return { project: known.project, read, result: resultOf(read, known.leases) };
  }
}

interface Taken {
  readonly refusals: readonly Refused[];
  readonly answer: ImportResult;
}
/** Takes the file in, unless a row is wrong: then nothing is stored but the answer. */
async function take(
  tx: Transaction,
  asker: Session,
  { file }: CommitImportInput,
  { project, read, result }: Looked,
  importId: string,
): Promise<Taken> {
  if (result.errors.length > 0) return { refusals: [{ code: 'importHasErrors' }], answer: result };
  const { corporation, member } = asker.actor;
  await tx.query(sql.writeImport, [
    ...[corporation, importId, project, member, Buffer.from(file.base64, 'base64'), file.name],
    ...[JSON.stringify(read.mapping), read.rows.length],
  ]);
  return { refusals: [], answer: { ...result, importId } };
}

async function knownOf(
  tx: Transaction,
  slug: string,
): Promise<{ project: string; leases: HouseholdContent[] } | undefined> {
  const [project] = await tx.query<{ id: string }>(sql.projectNamed, [slug]);
  if (!project) return undefined;
  const rows = await tx.query<Record<string, unknown>>(sql.knownLeases, [project.id]);
  const leases = rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  return { project: project.id, leases: leases.map((row) => ({ history: {}, ...row }) as unknown as HouseholdContent) };
}

function resultOf(read: ReadHouseholds, known: readonly HouseholdContent[]): ImportResult {
  const { new: fresh, changed, unchanged } = compare(known, read);
  return {
    refusals: [],
    duplicate: false,
    importId: null,
    rows: read.lines,
    new: fresh.length,
    changed: changed.length,
    unchanged: unchanged.length,
    households: read.rows.length,
    persons: read.persons,
    errors: [...read.errors],
    notices: [...read.notices],
  };
}

const no = (code: string): ImportResult => ({
  ...{ refusals: [{ code }], duplicate: false, importId: null, rows: 0, new: 0, changed: 0, unchanged: 0 },
  ...{ households: 0, persons: 0, errors: [], notices: [] },
});
