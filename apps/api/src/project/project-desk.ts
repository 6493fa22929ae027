import { Injectable } from '@nestjs/common';
import { Database } from '@thuisreis/read-model';
import { uuidOf } from '../case/answers.js';
import { commandId, contentHash } from '../case/command-id.js';
import { commandBefore, writeAudit, writeDone } from '../case/task.sql.js';
import { Fault } from '../graphql/fault.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { Settings } from '../settings.js';
import type { StartProjectInput, StartProjectResult } from './project.graphql.js';
import { ProjectReader } from './project-reader.js';
import { templateNamed, writeProject } from './project.sql.js';

const SLUG = /^[a-z][a-z0-9-]{1,40}$/;

/** Opens a project: the place that an import's households belong to. */
@Injectable()
export class ProjectDesk {
  constructor(
    private readonly database: Database,
    private readonly reader: ProjectReader,
    private readonly settings: Settings,
  ) {}

  async start(asker: Session, input: StartProjectInput): Promise<StartProjectResult> {
    if (!opens(asker, 'write', 'D1') || !opens(asker, 'write', 'D2')) return no('forbiddenAction');
    if (!SLUG.test(input.slug)) throw new Fault('badInput', 'A slug is lower case letters, digits and dashes');
    const { code, duplicate } = await this.write(asker, input);
    if (code) return { ...no(code), duplicate };
    return { refusals: [], duplicate, project: await this.reader.read(asker, input.slug) };
  }

  private write(asker: Session, input: StartProjectInput): Promise<{ code?: string; duplicate: boolean }> {
    const { corporation, member, teams } = asker.actor;
    const id = commandId(corporation, input.key);
    const hash = contentHash(asker, 'startProject', { ...input });
    const scale = this.settings.mode === 'demo' ? (input.timeScale ?? null) : null;
    return this.database.as(
      asker.actor,
      async (tx) => {
        const [before] = await tx.query<{ content_hash: string }>(commandBefore, [id]);
        if (before) return before.content_hash === hash ? { duplicate: true } : { code: 'keyReused', duplicate: true };
        const [template] = await tx.query<{ name: string; kind: string }>(templateNamed, [input.template]);
        if (template?.kind !== 'household') return { code: 'templateBroken', duplicate: false };
        const facts = JSON.stringify({ facts: input.facts ?? {} });
        const values = [
          corporation,
          uuidOf('project', corporation, input.key),
          input.slug,
          input.name,
          template.name,
          teams?.[0] ?? null,
          scale,
          facts,
        ];
        if ((await tx.query(writeProject, values)).length === 0) return { code: 'revisionConflict', duplicate: false };
        await tx.query(writeDone, [corporation, id, null, member, 'startProject', hash]);
        await tx.query(writeAudit, [corporation, member, null, null, 'startProject', id]);
        return { duplicate: false };
      },
      { write: true },
    );
  }
}

const no = (code: string): StartProjectResult => ({ refusals: [{ code }], duplicate: false, project: null });
