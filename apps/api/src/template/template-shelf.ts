import type { Template } from '@thuisreis/engine';
import { systemActor } from '@thuisreis/policy';
import type { Database } from '@thuisreis/read-model';

const byHash = `SELECT body FROM template_version WHERE hash = $1 LIMIT 1`;

/** Published templates by hash; they never change, so each is read once. */
export class TemplateShelf {
  private readonly known = new Map<string, Template>();

  constructor(
    private readonly database: Database,
    private readonly corporations: () => readonly string[],
  ) {}

  /** The template with its calendars, or undefined when it was never published here. */
  async find(hash: string): Promise<Template | undefined> {
    const known = this.known.get(hash);
    if (known) return known;
    for (const corporation of this.corporations()) {
      const rows = await this.database.as(systemActor(corporation), (tx) =>
        tx.query<{ body: Template }>(byHash, [hash]),
      );
      if (rows[0]) return this.put(rows[0].body);
    }
    return undefined;
  }

  /** Puts a template on the shelf; start-up does so with what it has just compiled. */
  put(template: Template): Template {
    this.known.set(template.hash, template);
    return template;
  }
}
