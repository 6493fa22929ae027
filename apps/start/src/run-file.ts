import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes under another name and renames, readable by its owner alone: nobody ever reads half a file. */
export function writeWhole(folder: string, name: string, value: unknown): void {
  const file = join(folder, name);
  writeFileSync(`${file}.new`, JSON.stringify(value, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** What a JSON file of the data folder holds, or undefined when there is none that can be read. */
export function readWhole(folder: string, name: string): unknown {
  const file = join(folder, name);
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

export const forget = (folder: string, name: string): void => rmSync(join(folder, name), { force: true });
