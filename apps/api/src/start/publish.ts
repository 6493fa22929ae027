import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemActor } from '@thuisreis/policy';
import type { Database } from '@thuisreis/read-model';
import { compileCorporation } from '@thuisreis/template';
import { log } from '../log.js';
import type { TemplateShelf } from '../template/template-shelf.js';
import { readFolder } from './read-folder.js';

const writeCorporation = `
  INSERT INTO corporation (corporation, title, languages, zone) VALUES ($1, $2, $3, $4)
  ON CONFLICT (corporation) DO UPDATE SET title = excluded.title, languages = excluded.languages, zone = excluded.zone`;
const writeTemplate = `
  INSERT INTO template_version (corporation, name, version, hash, kind, title, body) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT DO NOTHING`;
const published = `SELECT name, version, hash FROM template_version`;

export type Compiled = ReturnType<typeof compileCorporation>;

/** Names of the corporations that the configuration knows. */
export const corporationsOf = (configFolder: string): string[] =>
  readdirSync(join(configFolder, 'corporations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** Compiles the whole configuration and publishes it; a version never changes its content, or the start ends here. */
export async function publish(
  database: Database,
  shelf: TemplateShelf,
  configFolder: string,
): Promise<Map<string, Compiled>> {
  const files = readFolder(configFolder);
  const compiled = new Map<string, Compiled>();
  for (const slug of corporationsOf(configFolder)) {
    const result = compileCorporation(files, slug);
    const errors = result.findings.filter(({ severity }) => severity === 'error');
    for (const { code, file, line } of errors) log.error({ code, file, line, corporation: slug }, 'finding');
    if (errors.length > 0) throw new Error(`The templates of ${slug} have errors; see thuisreis check`);
    await publishOne(database, slug, result);
    for (const template of result.templates) shelf.put(template);
    compiled.set(slug, result);
  }
  return compiled;
}

async function publishOne(database: Database, slug: string, { corporation, templates }: Compiled): Promise<void> {
  await database.as(
    systemActor(slug),
    async (tx) => {
      await tx.query(writeCorporation, [slug, titleOf(corporation.title), corporation.languages, corporation.zone]);
      for (const one of templates) {
        const values = [
          slug,
          one.name,
          one.version,
          one.hash,
          one.kind,
          JSON.stringify(one.title),
          JSON.stringify(one),
        ];
        await tx.query(writeTemplate, values);
      }
      const stored = await tx.query<{ name: string; version: string; hash: string }>(published);
      for (const one of templates) refuseAnother(one, stored);
    },
    { write: true },
  );
}

const titleOf = (title: unknown): string =>
  (typeof title === 'string' ? title : Object.values(title as object)[0]) as string;

function refuseAnother(
  one: { name: string; version: string; hash: string },
  stored: readonly { name: string; version: string; hash: string }[],
): void {
  const other = stored.some(
    ({ name, version, hash }) => name === one.name && version === one.version && hash !== one.hash,
  );
  if (other) throw new Error(`${one.name}@${one.version} was published with other content: give it a new version`);
}
