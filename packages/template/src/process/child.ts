/** The checker's own process: reads one file at a time and answers over the channel; it may be killed at any moment. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CheckedFile } from '../check/answer.js';
import { check, type Text } from '../check/question.js';
import type { FileQuestion } from './guard.js';

const yamlBelow = (folder: string): Text[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => textOf(join(folder, name)))
    : [];
const textOf = (file: string): Text => ({ file, text: readFileSync(file, 'utf8') });

/** The file against its corporation, the law, and the templates it may name. */
function answer({ file, text, corporation, config }: FileQuestion): CheckedFile {
  return check({
    ...(text === undefined ? textOf(file) : { file, text }),
    corporation: textOf(join(corporation, 'corporation.yaml')),
    law: (country) => yamlBelow(join(config, 'law')).find((one) => basename(one.file) === `${country}.yaml`),
    base: yamlBelow(join(config, 'base')),
    own: corporation === config ? [] : yamlBelow(corporation),
  });
}

process.on('message', (question: FileQuestion) => {
  try {
    process.send?.(answer(question));
  } catch (error) {
    process.send?.(`${question.file}: ${error instanceof Error ? error.message : 'cannot be checked'}`);
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
