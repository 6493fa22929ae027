import { mkdirSync } from 'node:fs';
import { freePorts } from '@thuisreis/local-services';
import { loadDemo } from './demo.js';
import { House } from './house.js';
import { clearLeftovers, resetData } from './leftovers.js';
import { keepTalking, say } from './log.js';
import { portFrom } from './port.js';
import { readSettings } from './settings.js';

async function main(): Promise<void> {
  const settings = readSettings();
  say(`Data: ${settings.dataDir}`);
  mkdirSync(settings.dataDir, { recursive: true });
  await clearLeftovers(settings.dataDir);
  if (settings.reset) resetData(settings.dataDir);
  const [workerPort = 0] = await freePorts(1);
  const house = new House(settings, await portFrom(settings.port), workerPort);
  const quiet = keepTalking(() => house.doing);
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    quiet();
    say('Stopping');
    void house.stop().finally(() => process.exit(code));
  };
  // The front holds the other end of this pipe: it closes when the front ends, however that happens.
  process.stdin
    .on('end', () => end(0))
    .on('error', () => end(0))
    .resume();
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  try {
    await house.start();
    // The packaged PostgreSQL installs handlers of its own, which would end it first.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(signal).on(signal, () => end(0));
    house.doing = 'loading the demo';
    if (settings.demo) await loadDemo(settings, house.url);
    quiet();
    if (!ending) say(`Thuisreis is ready: ${house.url}`);
  } catch (error) {
    if (!ending) say(`Thuisreis could not start: ${error instanceof Error ? error.message : String(error)}`);
    end(1);
  }
}

await main();
