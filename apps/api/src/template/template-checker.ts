import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CannotCheck, Guard } from '@thuisreis/template/guard';
import { Fault } from '../graphql/fault.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import { Settings } from '../settings.js';
import type { CheckResult } from './template.graphql.js';

const NAME = 'template.yaml';

/** Checks what an administrator writes, in a process of its own: a hostile text ends that one, never this one. */
@Injectable()
export class TemplateChecker implements OnApplicationShutdown {
  private readonly guard = new Guard();

  constructor(private readonly settings: Settings) {}

  /** The findings against the asker's own corporation; null for whoever does not write templates. */
  async check(asker: Session, text: string): Promise<CheckResult | null> {
    if (!opens(asker, 'write', 'D0')) return null;
    const { configFolder } = this.settings;
    const corporation = join(configFolder, 'corporations', asker.actor.corporation);
    try {
      const { template, findings } = await this.guard.check({ file: NAME, text, corporation, config: configFolder });
      return { ok: findings.every(({ severity }) => severity !== 'error'), template, findings };
    } catch (error) {
      // Its message may name folders of ours.
      if (error instanceof CannotCheck) throw new Fault('templateBroken', 'The corporation or its law cannot be read');
      throw error;
    }
  }

  onApplicationShutdown(): void {
    this.guard.end();
  }
}
