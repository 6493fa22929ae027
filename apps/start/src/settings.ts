import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { reachableFolder } from '@thuisreis/local-services';

/** What `npm start` is told by its options and the environment; paths are absolute. */
export interface Settings {
  readonly root: string;
  readonly mode: 'demo' | 'production';
  /** Wanted; the next free one is taken. */
  readonly port: number;
  readonly dataDir: string;
  readonly configFolder: string;
  readonly temporalAddress?: string;
  readonly reset: boolean;
  readonly demo: boolean;
  readonly seed: number;
  /** The process that a person started and may kill. */
  readonly frontPid: number;
  /** When that was, in milliseconds since 1970. */
  readonly since: number;
  /** Passed on to every part. */
  readonly environment: NodeJS.ProcessEnv;
}

const options = {
  port: { type: 'string' },
  data: { type: 'string' },
  reset: { type: 'boolean', default: false },
  'no-demo': { type: 'boolean', default: false },
  seed: { type: 'string', default: '1' },
  front: { type: 'string' },
  since: { type: 'string' },
} as const;

function whole(name: string, text: string, most: number, least = 0): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`--${name} ${text}: give a whole number from ${least} to ${most}`);
}

/** Reads options first, then the environment. */
export function readSettings(args = process.argv.slice(2), env = process.env): Settings {
  const { values } = parseArgs({ args, options });
  const root = resolve(import.meta.dirname, '../../..');
  const mode = env['THUISREIS_MODE'] === 'production' ? 'production' : 'demo';
  const address = env['TEMPORAL_ADDRESS'];
  return {
    root,
    mode,
    port: whole('port', values.port ?? env['THUISREIS_PORT'] ?? '4000', 65_535, 1),
    dataDir: reachableFolder(values.data ?? env['THUISREIS_DATA'] ?? resolve(root, '.thuisreis')),
    configFolder: resolve(env['THUISREIS_CONFIG'] ?? resolve(root, 'config')),
    ...(address ? { temporalAddress: address } : {}),
    reset: values.reset,
    demo: mode === 'demo' && !values['no-demo'],
    seed: whole('seed', values.seed, 2 ** 31),
    frontPid: values.front ? whole('front', values.front, 2 ** 31) : process.pid,
    since: Number(values.since ?? Date.now()),
    environment: env,
  };
}
