import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '../settings.js';
import { Stop } from '../stop.js';

/** `run.json` of a running house, as contract.md fixes it; only what the command line reads. */
export interface RunFile {
  readonly url: string;
  readonly pids: { readonly [part: string]: number };
  readonly postgres: { readonly port: number; readonly database: string };
  readonly temporal: { readonly address: string; readonly namespace: string; readonly source?: string };
  readonly demo?: { readonly users: readonly { readonly login: string; readonly password: string }[] };
}

/** Finds the running house; absent means that nothing was started with this data folder. */
export function findRunFile(settings: Settings): RunFile | undefined {
  try {
    const read: unknown = JSON.parse(readFileSync(join(settings.dataFolder, 'run.json'), 'utf8'));
    return isRunFile(read) ? read : undefined;
  } catch {
    return undefined;
  }
}

export function runFile(settings: Settings): RunFile {
  const found = findRunFile(settings);
  if (found) return found;
  throw new Stop(`Thuisreis does not run with data in ${settings.dataFolder}. Start it with \`npm start\`.`, 2);
}

function isRunFile(value: unknown): value is RunFile {
  return (
    typeof value === 'object' && value !== null && 'url' in value && typeof value.url === 'string' && 'pids' in value
  );
}
