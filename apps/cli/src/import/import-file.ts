import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ask, isObject } from '../server/ask.js';
import { openSession } from '../server/session.js';
import type { Settings } from '../settings.js';
import { Stop } from '../stop.js';

export interface ImportOptions {
  readonly project: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly format: string;
  readonly as: string;
}

const SHAPE = `refusals { code path params } importId rows new changed unchanged households persons
  errors { row column code message } notices { code message }`;
const UNREADABLE = new Set(['unreadable', 'tooLarge']);

/** Previews a file and, unless it has errors or is a dry run, imports it; gives the exit code. */
export async function importFile(settings: Settings, file: string, options: ImportOptions): Promise<number> {
  const input = {
    project: options.project,
    file: { name: basename(file), base64: readOrStop(file).toString('base64') },
    ...(options.mapping === undefined ? {} : { mapping: parseMapping(options.mapping) }),
  };
  const session = await openSession(settings, options.as);
  const send = async (name: string): Promise<Answer> => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${SHAPE} } }`;
    return answerOf(await ask(session, query, { input: { key: randomUUID(), ...input } }), name);
  };
  const preview = await send('previewImport');
  const bad = preview.errors.length > 0 || preview.refusals.length > 0;
  const answer = bad || options.dryRun ? preview : await send('commitImport');
  print(answer, options.format);
  if (answer.errors.some((error) => UNREADABLE.has(error.code))) return 2;
  return answer.errors.length > 0 || answer.refusals.length > 0 ? 1 : 0;
}

interface Answer {
  readonly refusals: readonly { readonly code: string }[];
  readonly importId: unknown;
  readonly rows: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly households: number;
  readonly persons: number;
  readonly errors: readonly { row: number; column: string; code: string; message: string }[];
  readonly notices: readonly { code: string; message: string }[];
}

function isAnswer(value: unknown): value is Answer {
  return (
    isObject(value) &&
    Array.isArray(value['errors']) &&
    Array.isArray(value['refusals']) &&
    Array.isArray(value['notices'])
  );
}

function answerOf(data: unknown, name: string): Answer {
  const answer = isObject(data) ? data[name] : undefined;
  if (!isAnswer(answer)) throw new Stop('The server answered in a shape that this version does not know.', 2);
  return answer;
}

function readOrStop(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Stop(`${file} cannot be read. Check the path and its permissions.`, 2);
  }
}

function parseMapping(file: string): unknown {
  try {
    return JSON.parse(readOrStop(file).toString('utf8'));
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(`${file} is not JSON. Write { "column": "heading in the file" }.`, 2);
  }
}

function print(answer: Answer, format: string): void {
  const { refusals, ...shown } = answer;
  if (format === 'json') return console.log(JSON.stringify(refusals.length > 0 ? answer : shown));
  for (const refusal of refusals) console.log(`refused: ${refusal.code}`);
  for (const error of answer.errors) console.log(`${error.row} | ${error.column} | ${error.message}`);
  for (const notice of answer.notices) console.log(`notice  ${notice.code}  ${notice.message}`);
  const { rows, households, persons } = answer;
  const counts = [
    `${answer.new} new`,
    ...(answer.changed ? [`${answer.changed} changed`] : []),
    `${answer.unchanged} unchanged`,
  ];
  console.log(`${rows} rows, ${households} households, ${persons} persons: ${counts.join(', ')}`);
}
