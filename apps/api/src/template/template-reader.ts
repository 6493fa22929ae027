import { Injectable } from '@nestjs/common';
import type { Text } from '@thuisreis/engine';
import { Database } from '@thuisreis/read-model';
import { say } from '../case/draw-form.js';
import type { Session } from '../session/session.js';
import type { TemplateRow } from './template.graphql.js';

const allTemplates = `SELECT name, version, kind, title, hash FROM template_version ORDER BY name, created_at DESC`;

/** The published templates, for those who keep them. */
@Injectable()
export class TemplateReader {
  constructor(private readonly database: Database) {}

  async all(asker: Session): Promise<TemplateRow[]> {
    if (asker.actor.profile !== 'administrator') return [];
    type Columns = Omit<TemplateRow, 'title'> & { readonly title: Text };
    const rows = await this.database.as(asker.actor, (tx) => tx.query<Columns>(allTemplates));
    return rows.map((row) => ({ ...row, title: say(row.title, asker.language) }));
  }
}
