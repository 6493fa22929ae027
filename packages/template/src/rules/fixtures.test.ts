import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findingWords } from '@thuisreis/words';
import { againstOf, checkTemplate, type Against, type CheckedFile, type Edit, type Text } from '../index.js';

const root = new URL('./fixtures/', import.meta.url).pathname;
const read = (file: string): Text => ({ file, text: readFileSync(join(root, file), 'utf8') });
const yamlIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`);

const base = yamlIn('base').map(read);
const against = (more: readonly Text[] = []): Against =>
  againstOf({
    corporation: read('corporation.yaml'),
    law: () => read('law.yaml'),
    base: [...base, ...more],
    own: [],
    letter: (file) => (existsSync(join(root, file)) ? read(file) : undefined),
  });
const plain = against();
/** A base template is one that stands in the folder of base templates, which T-T02 is about. */
const judged = ({ file, text }: Text): CheckedFile =>
  checkTemplate(file, text, file.startsWith('T-T02/') ? against([{ file, text }]) : plain);

const codes = readdirSync(root).filter((name) => name.startsWith('T-'));
/** `bad1.yaml 12:5`, or `bad1.yaml letters/notice.nl.md 3:6` for a finding in a letter. */
const places = codes.flatMap((code) =>
  readFileSync(join(root, code, 'expected.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [file = '', ...where] = line.split(' ');
      const at = where.length === 2 ? `${code}/${where.join(':')}` : `${code}/${file}:${where[0]}`;
      return { code, file: `${code}/${file}`, at };
    }),
);
const said = ({ findings }: CheckedFile): string[] =>
  findings.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);

test('every code has fixtures, and every fixture a code', () => {
  expect(codes.sort()).toEqual(Object.keys(findingWords).sort());
  expect(places.length).toBeGreaterThanOrEqual(80);
});

test('every bad fixture is named with its place, and every place with its fixture', () => {
  const bad = codes.flatMap((code) => yamlIn(code).filter((file) => file.includes('/bad')));
  expect(places.map(({ file }) => file).sort()).toEqual(bad.sort());
});

test.each(places)('$file gets $code at its place and nothing beside it', ({ code, file, at }) => {
  expect(said(judged(read(file)))).toEqual([`${code} ${at}`]);
});

test.each(codes)('the good template of %s gets nothing', (code) => {
  expect(said(judged(read(`${code}/good.yaml`)))).toEqual([]);
});

test.each(places)('$file is told in two languages what is wrong and what to do', ({ file }) => {
  for (const { message, repair } of judged(read(file)).findings)
    for (const words of [message, repair])
      for (const language of ['nl', 'en'] as const) {
        expect(words?.[language]).toMatch(/\S/);
        expect(words?.[language]).not.toMatch(/[{}]\w*[{}]|undefined|\[object/);
      }
});

/** The text with the edits made, from the last to the first so that places stay true. */
function edited(text: string, edits: readonly Edit[]): string {
  const lines = text.split('\n');
  for (const { line, column, length, text: put } of [...edits].reverse()) {
    const old = lines[line - 1] ?? '';
    lines[line - 1] = old.slice(0, column - 1) + put + old.slice(column - 1 + length);
  }
  return lines.join('\n');
}
const repairable = places.flatMap(({ file }) =>
  judged(read(file)).findings.flatMap(({ repair }) => (repair && repair.edits.length > 0 ? [{ file, repair }] : [])),
);

test('many findings bring their own edit', () => {
  expect(repairable.length).toBeGreaterThanOrEqual(20);
});

test.each(repairable)('the edit of $file removes its finding and adds none', ({ file, repair }) => {
  const { text } = read(file);
  expect(said(judged({ file, text: edited(text, repair.edits) }))).toEqual([]);
});
