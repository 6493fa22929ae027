import { spawnSync } from 'node:child_process';
import { cached, cacheFolder } from '@thuisreis/local-services';
import type { Settings } from '../settings.js';
import type { Check } from './checks.js';

/** Where a Temporal server would come from here, in the order in which `npm start` looks. */
export function temporalSources({ temporalAddress, go = 'go' }: Settings): Check {
  const ways = [
    ['TEMPORAL_ADDRESS', temporalAddress !== undefined],
    ['cache', cached(cacheFolder()) !== undefined],
    ['Go', runs(go, 'version')],
    ['pip', runs('pip3', '--version') || runs('pip', '--version')],
  ] as const;
  const found = ways.find(([, there]) => there);
  const detail = ways.map(([way, there], at) => `${at + 1} ${way} ${there ? 'yes' : 'no'}`).join(', ');
  const repair = 'install Go (https://go.dev/dl) or pip, or set TEMPORAL_ADDRESS';
  return found
    ? { name: 'temporal sources', status: 'ok', detail }
    : { name: 'temporal sources', status: 'fail', detail: `${detail}: ${repair}` };
}

const runs = (command: string, ...args: string[]): boolean => spawnSync(command, args, { timeout: 5000 }).status === 0;
