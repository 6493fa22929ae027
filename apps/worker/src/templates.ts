/** Compiled templates by hash, from the corporations' published versions; kept, because a hash never changes its meaning. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Template } from '@thuisreis/engine';
import { systemActor } from '@thuisreis/policy';
import type { Database } from '@thuisreis/read-model';

const FIND = 'SELECT body FROM template_version WHERE corporation = $1 AND hash = $2';

/** The corporations of this installation: the folders of its configuration. */
export async function corporationsOf(configFolder: string): Promise<readonly string[]> {
  const entries = await readdir(join(configFolder, 'corporations'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

export class TemplateShelf {
  private readonly known = new Map<string, Template>();

  constructor(
    private readonly database: Database,
    private readonly corporations: () => Promise<readonly string[]>,
  ) {}

  /** For the codec: a claim names a hash and no corporation. */
  readonly find = async (hash: string): Promise<Template | undefined> => {
    const known = this.known.get(hash);
    if (known) return known;
    for (const corporation of await this.corporations()) {
      const query = { sql: FIND, values: [corporation, hash] };
      const [row] = await this.database.as(systemActor(corporation), (tx) =>
        tx.query<{ body: Template }>(query.sql, query.values),
      );
      if (row) this.known.set(hash, row.body);
      if (row) return row.body;
    }
    return undefined;
  };
}
