/** The checker's own process: reads one file at a time and answers over the channel; it may be killed at any moment. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CheckedFile } from '../check/answer.js';
import { checkTemplate, type Against } from '../check/check.js';
import { againstOf, type Text } from '../check/question.js';
import type { FileQuestion } from './guard.js';

const yamlBelow = (folder: string): Text[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => textOf(join(folder, name)))
    : [];
const textOf = (file: string): Text => ({ file, text: readFileSync(file, 'utf8') });

/** Reads a letter that a template names; one that is not there is a finding. */
const letter = (file: string): Text | undefined => (existsSync(file) ? textOf(file) : undefined);

const surroundings = new Map<string, Against>();
/** All that the files of one corporation are judged against, read once: a running house reads its configuration at its start. */
function around(corporation: string, config: string): Against {
  const key = `${corporation}\n${config}`;
  const against =
    surroundings.get(key) ??
    againstOf({
      corporation: textOf(join(corporation, 'corporation.yaml')),
      law: (country) => yamlBelow(join(config, 'law')).find((one) => basename(one.file) === `${country}.yaml`),
      base: yamlBelow(join(config, 'base')),
      own: corporation === config ? [] : yamlBelow(corporation),
      letter,
    });
  surroundings.set(key, against);
  return against;
}

/** The file against its corporation, the law, and the templates it may name; a text alone has no letters beside it. */
function answer({ file, text, corporation, config }: FileQuestion): CheckedFile {
  const against = around(corporation, config);
  if (text === undefined) return checkTemplate(file, textOf(file).text, against);
  const { letter: _beside, ...rest } = against;
  return checkTemplate(file, text, rest);
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
