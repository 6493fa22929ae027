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
import { commandId, contentHash } from '../case/command-id.js';
import { recordOf } from '../case/case-desk.js';
import { commandBefore, writeAudit, writeDone } from '../case/task.sql.js';
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
    const { result } = looked;
    if (result.errors.length > 0) return { ...result, refusals: [{ code: 'importHasErrors' }] };
    const importId = uuidOf('import', asker.actor.corporation, input.key);
    const { code, duplicate } = await this.write(asker, input, looked, importId);
    if (code) return { ...no(code), duplicate };
    await this.courier.startImport({ importId, corporation: asker.actor.corporation });
    return { ...result, importId, duplicate };
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

  private write(
    asker: Session,
    input: CommitImportInput,
    { project, read }: Looked,
    importId: string,
  ): Promise<{ code?: string; duplicate: boolean }> {
    const { corporation, member } = asker.actor;
    const id = commandId(corporation, input.key);
    const hash = contentHash(asker, 'commitImport', { ...input });
    return this.database.as(
      asker.actor,
      async (tx) => {
        const [before] = await tx.query<{ content_hash: string }>(commandBefore, [id]);
        if (before) return before.content_hash === hash ? { duplicate: true } : { code: 'keyReused', duplicate: true };
        const file = Buffer.from(input.file.base64, 'base64');
        const mapping = JSON.stringify(read.mapping);
        await tx.query(sql.writeImport, [
          corporation,
          importId,
          project,
          member,
          file,
          input.file.name,
          mapping,
          read.rows.length,
        ]);
        await tx.query(writeDone, [corporation, id, null, member, 'commitImport', hash]);
        await tx.query(writeAudit, [corporation, member, null, null, 'commitImport', id]);
        return { duplicate: false };
      },
      { write: true },
    );
  }
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
