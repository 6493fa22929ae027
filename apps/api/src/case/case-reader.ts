import { Injectable } from '@nestjs/common';
import { explain, type Json, type Reasons, type State, type Template } from '@thuisreis/engine';
import { Database, type Transaction } from '@thuisreis/read-model';
import { isUuid } from '../graphql/uuid.js';
import { logReading } from '../household/household.sql.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { TemplateShelf } from '../template/template-shelf.js';
import type { ShownAnswer } from './answers.js';
import type { Case, Explanation } from './case.graphql.js';
import * as sql from './case.sql.js';
import { drawCase, reasonsOf, titleOf } from './draw-case.js';

export interface LoadedCase {
  readonly row: sql.CaseColumns;
  readonly state: State;
  readonly template: Template;
}

/** One case as the reader may see it; row security decides whether there is one. */
@Injectable()
export class CaseReader {
  constructor(
    private readonly database: Database,
    private readonly shelf: TemplateShelf,
  ) {}

  /** The stored state with its template, or undefined: absent and forbidden are the same. */
  async load(asker: Session, id: string): Promise<LoadedCase | undefined> {
    if (!isUuid(id) || !opens(asker, 'read', 'D1')) return undefined;
    const [row] = await this.database.as(asker.actor, (tx) => tx.query<sql.CaseColumns>(sql.oneCase, [id]));
    const template = row && (await this.shelf.find(row.template_hash));
    return row && template ? { row, state: row.state, template } : undefined;
  }

  /** Answers that some paths have or had; row security leaves out what the reader's classes do not open. */
  shownAnswers(asker: Session, id: string, paths: readonly string[]): Promise<ShownAnswer[]> {
    return this.database.as(asker.actor, (tx) => tx.query<ShownAnswer>(sql.shownAnswers, [id, paths]));
  }

  presentAnswers(asker: Session, id: string, paths: readonly string[]): Promise<sql.PresentAnswer[]> {
    return this.database.as(asker.actor, (tx) => tx.query<sql.PresentAnswer>(sql.presentAnswers, [id, paths]));
  }

  async read(asker: Session, id: string): Promise<Case | null> {
    if (!isUuid(id) || !opens(asker, 'read', 'D1')) return null;
    const rows = await this.database.as(
      asker.actor,
      async (tx) => {
        const [row] = await tx.query<sql.CaseColumns>(sql.oneCase, [id]);
        if (!row) return undefined;
        await noted(tx, asker, row, 'case');
        const journal = await tx.query<sql.JournalColumns>(sql.journalOf, [id]);
        const tasks = await tx.query<sql.TaskColumns>(sql.tasksOf, [id]);
        const answers = await tx.query<{ path: string; value: Json }>(sql.caseAnswers, [id]);
        return { row, journal, tasks, answers };
      },
      { write: true },
    );
    const template = rows && (await this.shelf.find(rows.row.template_hash));
    return rows && template ? drawCase({ ...rows, template, language: asker.language }) : null;
  }

  /** Why an item is where it is; null for a case or an item that is not there. */
  async explain(asker: Session, caseId: string, item: string): Promise<Explanation | null> {
    const found = await this.load(asker, caseId);
    if (!found || !found.template.items.some(({ id }) => id === item.split('#', 1)[0])) return null;
    await this.database.as(asker.actor, (tx) => noted(tx, asker, found.row, 'explanation'), { write: true });
    const reasons: Reasons = explain(found.template, found.state, item);
    const title = titleOf(found.template, item, asker.language);
    return { item, title, state: reasons.state, reasons: reasonsOf(reasons) };
  }
}

/** No log, no data. */
const noted = (tx: Transaction, { actor }: Session, row: sql.CaseColumns, what: string): Promise<unknown> =>
  tx.query(logReading, [actor.corporation, actor.member, row.household, row.id, what, actor.classes]);
