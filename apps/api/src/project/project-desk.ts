import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@thuisreis/read-model';
import { uuidOf } from '../case/answers.js';
import { once, type Refused } from '../case/once.js';
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
    const work = (tx: Transaction): Promise<Opened> => this.open(tx, asker, input);
    const done = await this.database.as(asker.actor, (tx) => once(tx, asker, { name: 'startProject', input, work }), {
      write: true,
    });
    const project = done.refusals.length > 0 ? null : await this.reader.read(asker, input.slug);
    return { refusals: [...done.refusals], duplicate: done.duplicate, project };
  }

  private async open(tx: Transaction, asker: Session, input: StartProjectInput): Promise<Opened> {
    const { corporation, teams } = asker.actor;
    const [template] = await tx.query<{ name: string; kind: string }>(templateNamed, [input.template]);
    if (template?.kind !== 'household') return { refusals: [{ code: 'templateBroken' }], answer: null };
    const scale = this.settings.mode === 'demo' ? (input.timeScale ?? null) : null;
    const written = await tx.query(writeProject, [
      ...[corporation, uuidOf('project', corporation, input.key), input.slug, input.name, template.name],
      ...[teams?.[0] ?? null, scale, JSON.stringify({ facts: input.facts ?? {} })],
    ]);
    return { refusals: written.length > 0 ? [] : [{ code: 'revisionConflict' }], answer: null };
  }
}

interface Opened {
  readonly refusals: readonly Refused[];
  readonly answer: null;
}
const no = (code: string): StartProjectResult => ({ refusals: [{ code }], duplicate: false, project: null });
