import { Injectable } from '@nestjs/common';
import type { State, Template } from '@thuisreis/engine';
import { systemActor } from '@thuisreis/policy';
import { Database } from '@thuisreis/read-model';
import { say } from '../case/draw-form.js';
import type { Session } from '../session/session.js';
import { TemplateShelf } from '../template/template-shelf.js';
import { consentOf, type ProjectCase } from './consent.js';
import type { ConsentCount, Project } from './project.graphql.js';
import { projectRows, projectStates, templateNamed, type ProjectColumns } from './project.sql.js';

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
    const own = await this.ownCases(asker.actor.corporation, found);
    return Promise.all(
      found.map(async ({ row, hash }) => {
        const template = hash ? await this.shelf.find(hash) : undefined;
        return project(row, template, consentOf(row.tallies, own.get(row.case ?? '')), asker.language);
      }),
    );
  }

  /** Counts are for all who see the project, whoever may open its case: only what its template says about them leaves here. */
  private async ownCases(
    corporation: string,
    found: readonly { row: ProjectColumns }[],
  ): Promise<Map<string, ProjectCase>> {
    const ids = found.flatMap(({ row }) => (row.case && row.tallies ? [row.case] : []));
    const cases = new Map<string, ProjectCase>();
    if (ids.length === 0) return cases;
    type Columns = { id: string; state: State; hash: string };
    const rows = await this.database.as(systemActor(corporation), (tx) => tx.query<Columns>(projectStates, [ids]));
    for (const { id, state, hash } of rows) {
      const template = await this.shelf.find(hash);
      if (template) cases.set(id, { state, template });
    }
    return cases;
  }
}

function project(
  row: ProjectColumns,
  template: Template | undefined,
  consent: ConsentCount | null,
  language: string,
): Project {
  const stages = template?.items.filter(({ kind, parent }) => kind === 'stage' && parent === undefined) ?? [];
  const counts = new Map(row.stages.map(({ id, count }) => [id, count]));
  return {
    slug: row.slug,
    name: row.name,
    dwellings: row.dwellings,
    caseId: row.case,
    stages: stages.map(({ id, title }) => ({ id, title: say(title, language), count: counts.get(id) ?? 0 })),
    consent,
    escalations: row.escalations,
    staircases: row.staircases,
  };
}
