import 'reflect-metadata';
import { log } from './log.js';
import { Settings, tell } from './settings.js';
import { endWhenUnfit } from './start/production/refuse.js';

await endWhenUnfit(tell());
// Only now: what does not start needs no more than its settings.
const { startApi } = await import('./start/start-api.js');
const settings = Settings.read();
log.level = settings.logLevel;
const api = await startApi(settings);
log.info({ port: settings.port }, 'listening');

/** Stops once, within 15 s, and says 0: nothing is half done, the worker finishes what is pending. */
async function stop(): Promise<void> {
  setTimeout(() => process.exit(0), 12_000).unref();
  await api.stop();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
