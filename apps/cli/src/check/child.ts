/** The checker's own process: reads one file at a time and answers over the channel; it may be killed at any moment. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { compileCorporation } from '@thuisreis/template';
import type { Finding as Found } from '@thuisreis/template';
import type { CheckedFile, Finding } from './answer.js';
import type { Question } from './guard.js';
import { repairFor } from './repair.js';

const SLUG = 'checked';

/** The file as the only template of its corporation, under the law of the configuration. */
function check({ file, corporation, config }: Question): CheckedFile {
  const path = `corporations/${SLUG}/templates/${basename(file)}`;
  const { templates, findings } = compileCorporation(filesFor(path, file, corporation, config), SLUG);
  const [template] = templates;
  const found = findings.length > 0 || template ? findings.map((one) => complete(one, file)) : [noTemplate(file)];
  if (template === undefined) return { file, template: null, findings: found };
  const { kind, name, version, hash } = template;
  return { file, template: { kind, name, version, hash }, findings: found };
}

function filesFor(path: string, file: string, corporation: string, config: string): Map<string, string> {
  const files = new Map([
    [`corporations/${SLUG}/corporation.yaml`, readFileSync(join(corporation, 'corporation.yaml'), 'utf8')],
    [path, readFileSync(file, 'utf8')],
  ]);
  const law = join(config, 'law');
  for (const name of existsSync(law) ? readdirSync(law) : [])
    files.set(`law/${name}`, readFileSync(join(law, name), 'utf8'));
  return files;
}

const complete = (found: Found, file: string): Finding => ({
  trace: [],
  ...found,
  file,
  repair: repairFor(found.code),
});

const noTemplate = (file: string): Finding => ({
  code: 'T-Y07',
  severity: 'error',
  file,
  line: 1,
  column: 1,
  path: 'kind',
  message: {
    nl: 'De sleutel kind ontbreekt of is geen household, project of escalation.',
    en: 'The key kind is missing or is not household, project or escalation.',
  },
  trace: [],
  repair: repairFor('T-Y07'),
});

process.on('message', (question: Question) => {
  try {
    process.send?.(check(question));
  } catch (error) {
    process.send?.(`${question.file}: ${error instanceof Error ? error.message : 'cannot be checked'}`);
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
