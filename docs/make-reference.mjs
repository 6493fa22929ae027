/** Writes the tables of docs/{nl,en}/reference.md from the grammar. Run after a build: node docs/make-reference.mjs */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { referenceTables } from '../packages/template/dist/index.js';

const MARK = '<!-- tables -->';
for (const language of ['nl', 'en']) {
  const file = new URL(`${language}/reference.md`, import.meta.url);
  const [before] = readFileSync(file, 'utf8').split(MARK);
  const text = `${before}${MARK}\n\n${referenceTables(language)}\n`;
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
