import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Settings } from '../settings.js';
import { Stop } from '../stop.js';

const TEMPLATE = /^kind:\s*['"]?(?:household|project|escalation)['"]?\s*(?:#.*)?$/mu;

/** The files that the given paths stand for; a folder is every template below it. Names stay as they were given. */
export function filesOf(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    try {
      return statSync(path).isDirectory() ? templatesBelow(path) : [path];
    } catch {
      throw new Stop(`${path} cannot be read. Check the path and its permissions.`, 2);
    }
  });
}

function templatesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return templatesBelow(path);
    return entry.name.endsWith('.yaml') && TEMPLATE.test(readFileSync(path, 'utf8')) ? [path] : [];
  });
}

/** The folder whose names count for a file: that of the corporation asked for, else the nearest one upwards. */
export function corporationFolder(settings: Settings, file: string, slug: string | undefined): string {
  if (slug !== undefined) {
    const folder = join(settings.configFolder, 'corporations', slug);
    if (has(folder, 'corporation.yaml')) return folder;
    throw new Stop(`There is no corporation ${slug} below ${settings.configFolder}/corporations.`, 2);
  }
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (has(folder, 'corporation.yaml')) return folder;
    if (folder === dirname(folder)) break;
  }
  throw new Stop(`No corporation.yaml in a folder above ${file}. Name one with --corporation.`, 2);
}

function has(folder: string, name: string): boolean {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false;
}
