import { CannotCheck, Guard } from '@thuisreis/template/guard';
import type { Settings } from '../settings.js';
import { answerOf } from './answer.js';
import type { CheckedFile } from './answer.js';
import { corporationFolder, filesOf } from './paths.js';
import { printText } from './print.js';
import { Stop } from '../stop.js';

export interface CheckOptions {
  readonly format: string;
  readonly corporation?: string;
}

/** Checks templates and prints what is wrong; 0 without errors, 1 with. */
export async function checkPaths(settings: Settings, paths: readonly string[], options: CheckOptions): Promise<number> {
  const guard = new Guard();
  const files: CheckedFile[] = [];
  try {
    for (const file of filesOf(paths)) {
      const corporation = corporationFolder(settings, file, options.corporation);
      files.push(await guard.check({ file, corporation, config: settings.configFolder }));
    }
  } catch (error) {
    throw error instanceof CannotCheck ? new Stop(error.message, 2) : error;
  } finally {
    guard.end();
  }
  const answer = answerOf(files);
  if (options.format === 'json') console.log(JSON.stringify(answer));
  else printText(answer);
  return answer.ok ? 0 : 1;
}
