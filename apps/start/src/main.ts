import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts } from '@thuisreis/local-services';
import { loadDemo } from './demo.js';
import { House } from './house.js';
import { clearLeftovers, resetData } from './leftovers.js';
import { keepTalking, say } from './log.js';
import { portFrom } from './port.js';
import { endInProduction } from './production.js';
import { readSettings, type Settings } from './settings.js';

/** Milliseconds: Ctrl-C as a whole takes fifteen seconds at most. */
const LONGEST_STOP = 14_500;

async function prepare(settings: Settings): Promise<{ house: House; isFirst: boolean }> {
  say(`Data: ${settings.dataDir}`);
  mkdirSync(settings.dataDir, { recursive: true });
  await clearLeftovers(settings.dataDir);
  if (settings.reset) resetData(settings.dataDir);
  const isFirst = !existsSync(join(settings.dataDir, 'postgres'));
  const [workerPort = 0] = await freePorts(1);
  return { house: new House(settings, await portFrom(settings.port), workerPort), isFirst };
}

/** Ends once, however often it is asked: cleanly, or with everything that is left of us when that takes too long. */
function ending(house: House, isGuardian: boolean): (code: number) => void {
  let isAsked = false;
  return (code) => {
    if (isAsked) return;
    isAsked = true;
    say('Stopping');
    const late = setTimeout(() => process.kill(isGuardian ? -process.pid : process.pid, 'SIGKILL'), LONGEST_STOP);
    void house.stop().then(
      () => (clearTimeout(late), process.exit(code)),
      (error: unknown) => say(`stopping failed: ${String(error)}`),
    );
  };
}

async function main(): Promise<void> {
  const settings = readSettings();
  endInProduction(settings);
  const { house, isFirst } = await prepare(settings);
  const quiet = keepTalking(() => house.doing);
  const end = ending(house, settings.frontPid !== process.pid);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0));
  // The front holds the other end of this pipe: it closes when the front ends, however that happens.
  process.stdin
    .on('end', () => end(0))
    .on('error', () => end(0))
    .resume();
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  try {
    await house.start();
    house.doing = 'loading the demo';
    if (settings.demo && !house.isStopping) await loadDemo(settings, house.url);
    quiet();
    if (house.isStopping) return;
    const seconds = ((Date.now() - settings.since) / 1000).toFixed(1);
    say(`${isFirst ? 'The first start' : 'This start'} took ${seconds} s`);
    say(`Thuisreis is ready: ${house.url}`);
  } catch (error) {
    if (!house.isStopping) say(`Thuisreis could not start: ${error instanceof Error ? error.message : String(error)}`);
    end(1);
  }
}

await main().catch((error: unknown) => {
  say(`Thuisreis could not start: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
});
