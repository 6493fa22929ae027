import { Injectable } from '@nestjs/common';
import type { Template } from '@thuisreis/engine';
import { Database } from '@thuisreis/read-model';
import { say } from '../case/draw-form.js';
import type { Session } from '../session/session.js';
import { TemplateShelf } from '../template/template-shelf.js';
import type { Project } from './project.graphql.js';
import { projectRows, templateNamed, type ProjectColumns } from './project.sql.js';

/** Projects with their counts; partners have none. */
@Injectable()
export class ProjectReader {
  constructor(
    private readonly database: Database,
    private readonly shelf: TemplateShelf,
  ) {}

  all(asker: Session): Promise<Project[]> {
    return this.rows(asker, null);
  }

  async read(asker: Session, slug: string): Promise<Project | null> {
    return (await this.rows(asker, slug))[0] ?? null;
  }

  private async rows(asker: Session, slug: string | null): Promise<Project[]> {
    const found = await this.database.as(asker.actor, async (tx) => {
      const rows = await tx.query<ProjectColumns>(projectRows, [slug]);
      const withHash = [];
      for (const row of rows) {
        const [named] = await tx.query<{ hash: string }>(templateNamed, [row.template]);
        withHash.push({ row, hash: named?.hash });
      }
      return withHash;
    });
    return Promise.all(
      found.map(async ({ row, hash }) => project(row, hash ? await this.shelf.find(hash) : undefined, asker.language)),
    );
  }
}

function project(row: ProjectColumns, template: Template | undefined, language: string): Project {
  const stages = template?.items.filter(({ kind, parent }) => kind === 'stage' && parent === undefined) ?? [];
  const counts = new Map(row.stages.map(({ id, count }) => [id, count]));
  return {
    slug: row.slug,
    name: row.name,
    dwellings: row.dwellings,
    caseId: row.case,
    stages: stages.map(({ id, title }) => ({ id, title: say(title, language), count: counts.get(id) ?? 0 })),
    consent: null,
    escalations: row.escalations,
    staircases: row.staircases,
  };
}
