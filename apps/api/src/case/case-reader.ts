import { Injectable } from '@nestjs/common';
import { explain, type Json, type Reasons, type State, type Template } from '@thuisreis/engine';
import { Database, type Asked } from '@thuisreis/read-model';
import { isUuid } from '../graphql/uuid.js';
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
    const [[row] = []] = await this.database.batch<[sql.CaseColumns[]]>(asker.actor, [[sql.oneCase, [id]]]);
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

  /** The case as it is drawn for a reader, all in one way to the database; `noted` when the look was logged before. */
  async read(asker: Session, id: string, { noted } = { noted: false }): Promise<Case | null> {
    if (!isUuid(id) || !opens(asker, 'read', 'D1')) return null;
    const [[row] = [], journal = [], tasks = [], answers = []] = await this.database.batch<Drawn>(
      asker.actor,
      [...drawing.map((statement) => [statement, [id]] as const), ...(noted ? [] : [noting(asker, id, 'case')])],
      { write: !noted },
    );
    const template = row && (await this.shelf.find(row.template_hash));
    return row && template ? drawCase({ row, journal, tasks, answers, template, language: asker.language }) : null;
  }

  /** Why an item is where it is; null for a case or an item that is not there. */
  async explain(asker: Session, caseId: string, item: string): Promise<Explanation | null> {
    const found = await this.load(asker, caseId);
    if (!found || !found.template.items.some(({ id }) => id === item.split('#', 1)[0])) return null;
    await this.database.batch(asker.actor, [noting(asker, caseId, 'explanation')], { write: true });
    const reasons: Reasons = explain(found.template, found.state, item);
    const title = titleOf(found.template, item, asker.language);
    return { item, title, state: reasons.state, reasons: reasonsOf(reasons) };
  }
}

const drawing = [sql.oneCase, sql.journalOf, sql.tasksOf, sql.caseAnswers];
type Drawn = [sql.CaseColumns[], sql.JournalColumns[], sql.TaskColumns[], { path: string; value: Json }[]];

const noting = ({ actor }: Session, id: string, what: string): Asked => [
  sql.noteCase,
  [actor.corporation, actor.member, id, what, actor.classes],
];
