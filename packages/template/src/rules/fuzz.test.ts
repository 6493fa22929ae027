import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDocument } from 'yaml';
import { againstOf, checkTemplate, type Text } from '../index.js';

const fixtures = new URL('./fixtures/', import.meta.url).pathname;
const base = new URL('../../../../config/base/', import.meta.url).pathname;
const yamlIn = (folder: string): Text[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, text: readFileSync(folder + name, 'utf8') }));
const read = (name: string): Text => ({ file: name, text: readFileSync(fixtures + name, 'utf8') });
const against = againstOf({
  corporation: read('corporation.yaml'),
  law: () => read('law.yaml'),
  base: yamlIn(`${fixtures}base/`),
  own: [],
});
const good = [
  ...readdirSync(fixtures)
    .filter((name) => name.startsWith('T-'))
    .map((code) => read(`${code}/good.yaml`)),
  ...yamlIn(base),
];

type Path = readonly (string | number)[];
/** Every place of a value, so that one of them can be spoiled. */
function* pathsIn(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value))
    yield* pathsIn(part, [...path, Array.isArray(value) ? Number(key) : key]);
}
const odd = [
  null,
  true,
  0,
  -1,
  1.5,
  '',
  'x',
  'a.b',
  'project.x',
  'P1D',
  'talk.reached ==',
  [],
  {},
  [[]],
  [null],
  { on: null },
];
const documents = good.map(({ file, text }) => {
  const value: unknown = parseDocument(text).toJS();
  return { file, text, paths: [...pathsIn(value)] };
});
const spoiled = fc.constantFrom(...documents).chain(({ file, text, paths }) =>
  fc.record({ path: fc.constantFrom(...paths), odd: fc.constantFrom('remove', ...odd) }).map(({ path, odd: put }) => {
    const document = parseDocument(text);
    if (put === 'remove') document.deleteIn(path);
    else document.setIn(path, document.createNode(put));
    return { file, text: document.toString() };
  }),
);

test('a template with any one key spoiled is judged: nothing falls over, and every finding has its place and words', () => {
  fc.assert(
    fc.property(spoiled, ({ file, text }) => {
      const { findings } = checkTemplate(file, text, against);
      for (const { code, line, column, message, repair } of findings) {
        expect(code).toMatch(/^T-[A-Z]\d\d$/);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(message.en).not.toMatch(/could not judge|\{\w+\}|\[object/);
        expect(repair?.nl).toMatch(/\S/);
      }
    }),
    { numRuns: 1000 },
  );
});
