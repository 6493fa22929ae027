import type { Settings } from '../settings.js';
import { runChecks } from './checks.js';

/** Prints one line a check; 1 when one failed. */
export async function doctor(settings: Settings, format: string): Promise<number> {
  const checks = await runChecks(settings);
  if (format === 'json') console.log(JSON.stringify(checks));
  else for (const { status, name, detail } of checks) console.log(`${status}  ${name}  ${detail}`);
  return checks.some((check) => check.status === 'fail') ? 1 : 0;
}
