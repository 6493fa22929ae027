/** The templates of `config/`, compiled for one corporation as the house does it at its start. */
import { readdirSync, readFileSync } from 'node:fs';
import { compileCorporation, templateFor, type CompiledCorporation } from '@thuisreis/template';
import type { Template } from '@thuisreis/engine';

const config = new URL('../../config/', import.meta.url).pathname;
const files = new Map(
  readdirSync(config, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(config + name, 'utf8')] as const),
);
const compiled = new Map<string, CompiledCorporation>();

export type Corporation = 'waterkant' | 'heuvelrug';
export function corporation(slug: Corporation): CompiledCorporation {
  const found = compiled.get(slug) ?? compileCorporation(files, slug);
  compiled.set(slug, found);
  if (found.findings.length > 0) throw new Error(JSON.stringify(found.findings));
  return found;
}
/** What a project of this corporation starts under that name. */
export function templateOf(slug: Corporation, name: string): Template {
  const template = templateFor(corporation(slug), name);
  if (!template) throw new Error(`${slug} has no ${name}`);
  return template;
}
/** The corporations' files with some more, as an administrator would add them to the folder of De Waterkant. */
export const withMore = (more: Readonly<Record<string, string>>): CompiledCorporation =>
  compileCorporation(
    new Map([
      ...files,
      ...Object.entries(more).map(([name, text]) => [`corporations/waterkant/templates/${name}`, text] as const),
    ]),
    'waterkant',
  );
