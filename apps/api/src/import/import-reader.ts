import { Injectable } from '@nestjs/common';
import { begin, type PastEvent, type Template } from '@thuisreis/engine';
import {
  compare,
  historyNotices,
  pastOf,
  readHouseholds,
  withoutForbidden,
  type Mapping,
  type ReadHouseholds,
  type RowError,
} from '@thuisreis/household-import';
import { decide } from '@thuisreis/policy';
import { Database, householdTemplate, knownLeases, type KnownLease, type Transaction } from '@thuisreis/read-model';
import { recordOf } from '../case/case-desk.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import type { ImportResult, PreviewImportInput } from './import.graphql.js';
import { projectNamed, type ImportProject } from './import.sql.js';

/** A file that was read, and what importing it would do. `file` is the part of it that may be kept. */
export interface Looked {
  readonly project: string;
  readonly mapping: Mapping;
  readonly households: number;
  readonly file: Uint8Array;
  readonly result: ImportResult;
}
interface Ground {
  readonly project: ImportProject;
  readonly template: Template | undefined;
  readonly known: readonly KnownLease[];
}

/** Reads a file of leases beside what the house knows; changes nothing. */
@Injectable()
export class ImportReader {
  constructor(private readonly database: Database) {}

  /** What the file would do, or the code of the refusal. */
  async look(asker: Session, input: PreviewImportInput): Promise<Looked | string> {
    if (!opens(asker, 'write', 'D1') || !opens(asker, 'write', 'D2')) return 'forbiddenAction';
    const bytes = new Uint8Array(Buffer.from(input.file.base64, 'base64'));
    const mapping = input.mapping == null ? undefined : (recordOf(input.mapping, 'mapping') as Mapping);
    const read = readHouseholds(bytes, mapping);
    const ground = await this.database.as(asker.actor, (tx) => groundOf(tx, asker, input.project, read));
    if (!ground) return 'notFound';
    const { corporation } = asker.actor;
    const write = { corporation, class: 'D1', team: ground.project.team } as const;
    if (!decide(asker.actor, 'write', write)) return 'forbiddenAction';
    return {
      project: ground.project.id,
      mapping: read.mapping,
      households: read.rows.length,
      file: withoutForbidden(bytes),
      result: resultOf(read, ground, asker.actor.member),
    };
  }
}

async function groundOf(
  tx: Transaction,
  { actor }: Session,
  slug: string,
  read: ReadHouseholds,
): Promise<Ground | undefined> {
  const [project] = await tx.query<ImportProject>(projectNamed, [slug]);
  if (!project) return undefined;
  const contracts = read.rows.map(({ lease }) => lease);
  const known = await knownLeases(tx, actor.corporation, contracts);
  return { project, known, template: await householdTemplate(tx, actor.corporation, project.template) };
}

function resultOf(read: ReadHouseholds, { project, template, known }: Ground, member: string): ImportResult {
  const here = known.filter((lease) => lease.project === project.id);
  const { new: fresh, changed, unchanged } = compare(here, read);
  const tasks = new Set(template?.items.filter(({ kind }) => kind === 'humanTask').map(({ id }) => id));
  return {
    ...{ refusals: [], duplicate: false, importId: null, rows: read.lines, households: read.rows.length },
    ...{ new: fresh.length, changed: changed.length, unchanged: unchanged.length, persons: read.persons },
    errors: [
      ...read.errors,
      ...elsewhere(read, known, project.id),
      ...fresh.flatMap((row) => refusedPast(row.line, pastOf(row, tasks, member) as readonly PastEvent[], template)),
    ],
    notices: [...read.notices, ...historyNotices(read, changed, tasks)],
  };
}

function elsewhere(read: ReadHouseholds, known: readonly KnownLease[], project: string): RowError[] {
  const taken = new Set(known.filter((lease) => lease.project !== project).map(({ lease }) => lease));
  const message = 'Dit contract hoort bij een ander project. Haal de regel weg of importeer daar.';
  const rows = read.rows.filter(({ lease }) => taken.has(lease));
  return rows.map(({ line: row }) => ({ row, column: 'contractnr', code: 'leaseElsewhere', message }));
}

/** A journey that its template would refuse to take over with this past; one refusal refuses the whole file. */
function refusedPast(row: number, history: readonly PastEvent[], template: Template | undefined): RowError[] {
  const [first] = history;
  if (!template || !first) return [];
  const calendar = Object.keys(template.calendars)[0] ?? '';
  const taken = begin(template, {}, history, new Date().toISOString(), { calendar });
  if (taken.accepted) return [];
  const codes = taken.refusals.map(({ code }) => code).join(', ');
  const column = first.event.type === 'submit' ? `${first.event.item}Op` : '';
  const message = `De reis kan met deze historie niet beginnen (${codes}). Pas de datums aan of laat ze leeg.`;
  return [{ row, column, code: 'historyRefused', message }];
}
