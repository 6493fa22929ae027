import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@thuisreis/read-model';
import { uuidOf } from '../case/answers.js';
import { once, type Refused } from '../case/once.js';
import type { Session } from '../session/session.js';
import { Courier } from '../temporal/courier.js';
import { ImportReader, type Looked } from './import-reader.js';
import type { CommitImportInput, ImportResult, PreviewImportInput } from './import.graphql.js';
import * as sql from './import.sql.js';

/** How long an answer waits for the rows; a very large file is written on behind it. */
const WAIT = 20_000;
const LOOK_EVERY = 50;

/** Receives a file of leases, says what it would do, and hands it to the import's workflow. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly database: Database,
    private readonly courier: Courier,
    private readonly reader: ImportReader,
  ) {}

  async preview(asker: Session, input: PreviewImportInput): Promise<ImportResult> {
    const looked = await this.reader.look(asker, input);
    return typeof looked === 'string' ? no(looked) : looked.result;
  }

  /** All or nothing: with one wrong row nothing is stored. Answers once the rows are readable; journeys follow. */
  async commit(asker: Session, input: CommitImportInput): Promise<ImportResult> {
    const looked = await this.reader.look(asker, input);
    if (typeof looked === 'string') return no(looked);
    const importId = uuidOf('import', asker.actor.corporation, input.key);
    const work = (tx: Transaction): Promise<Taken> => take(tx, asker, input, looked, importId);
    const done = await this.database.as(asker.actor, (tx) => once(tx, asker, { name: 'commitImport', input, work }), {
      write: true,
    });
    const { duplicate, refusals } = done;
    if (!done.answer) return { ...no(refusals[0]?.code ?? 'notFound'), duplicate };
    const answer = { ...done.answer, refusals: [...refusals], duplicate };
    // Also for a resend: the first may have ended between its rows and the workflow.
    return refusals.length === 0 ? this.deliver(asker, importId, answer) : answer;
  }

  /** Starts the workflow, or finds it started, and waits until the rows can be read. */
  private async deliver(asker: Session, importId: string, answer: ImportResult): Promise<ImportResult> {
    await this.courier.startImport({ importId, corporation: asker.actor.corporation });
    for (const until = Date.now() + WAIT; Date.now() < until;) {
      const [row] = await this.database.as(asker.actor, (tx) =>
        tx.query<{ state: string }>(sql.stateOfImport, [importId]),
      );
      if (row?.state === 'failed') return { ...answer, refusals: [{ code: 'importHasErrors' }] };
      if (row?.state !== 'pending') return answer;
      await new Promise((wake) => setTimeout(wake, LOOK_EVERY));
    }
    return answer;
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
  { project, mapping, households, file: kept, result }: Looked,
  importId: string,
): Promise<Taken> {
  if (result.errors.length > 0) return { refusals: [{ code: 'importHasErrors' }], answer: result };
  const { corporation, member } = asker.actor;
  await tx.query(sql.writeImport, [
    ...[corporation, importId, project, member, Buffer.from(kept), file.name],
    ...[JSON.stringify(mapping), households],
  ]);
  return { refusals: [], answer: { ...result, importId } };
}

const no = (code: string): ImportResult => ({
  ...{ refusals: [{ code }], duplicate: false, importId: null, rows: 0, new: 0, changed: 0, unchanged: 0 },
  ...{ households: 0, persons: 0, errors: [], notices: [] },
});
