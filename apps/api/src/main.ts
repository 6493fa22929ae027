import 'reflect-metadata';
import { log } from './log.js';
import { Settings } from './settings.js';
import { startApi } from './start/start-api.js';

const settings = Settings.read();
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
