import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { check, compileCorporation } from './index.js';

/** Whatever somebody types: the checker answers with findings that have a place and words, and never falls over. */
const root = new URL('../../../', import.meta.url).pathname;
const read = (file: string) => ({ file, text: readFileSync(root + file, 'utf8') });
const law = read('config/law/nl.yaml');
const around = {
  corporation: read('packages/template/examples/corporation.yaml'),
  law: () => law,
  base: ['project', 'refusal', 'noContact'].map((name) => read(`config/base/${name}.yaml`)),
  own: [],
};
const subjects = [
  read('packages/template/examples/renovatieMetLogeerwoning.repaired.yaml'),
  ...['hoarding', 'careReferral', 'refusal'].map((name) => read(`config/base/${name}.yaml`)),
].map(({ text }) => text);

const words = fc.constantFrom(
  ...['', '~', 'null', 'true', '-1', '[]', '{}', '[x]', '"', 'P10D', 'a.b ==', '"x" in y', ': :', '&a', '!t'],
  ...['constructor', '__proto__', 'toString', 'params.x', 'law.x', 'x'.repeat(300), '9'.repeat(20), '#', '%', '|'],
);
type TextEdit = (lines: string[]) => void;
const textEdit: fc.Arbitrary<TextEdit> = fc
  .record({ how: fc.nat(4), line: fc.nat(), other: fc.nat(), column: fc.nat(), word: words })
  .map(({ how, line, other, column, word }) => (lines) => {
    const at = line % lines.length;
    const now = lines[at]!;
    const cut = column % (now.length + 1);
    if (how === 0) lines.splice(at, 1);
    if (how === 1) lines.splice(at, 0, lines[other % lines.length]!);
    if (how === 2) lines[at] = now.slice(0, cut) + word + now.slice(cut);
    if (how === 3) lines[at] = now.replace(/:\s.*/, `: ${word}`);
    if (how === 4) lines[at] = ` ${now}`;
    if (lines.length === 0) lines.push('');
  });
const scribbled = fc
  .tuple(fc.constantFrom(...subjects), fc.array(textEdit, { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) => {
    const lines = text.split('\n');
    for (const edit of edits) edit(lines);
    return lines.join('\n');
  });

type Tree = Record<string, unknown>;
const places = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => [[...path, key], ...places(one, [...path, key])])
    : [];
const odd = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, '', [], {}, [null], [[]], { a: null }, 'params.x', 'has(a.b)'),
  fc.jsonValue({ maxDepth: 2 }),
);
/** The text with other values at some of its places; JSON is YAML too. */
const reshaped = fc
  .tuple(fc.constantFrom(...subjects), fc.array(fc.tuple(fc.nat(), odd, fc.boolean()), { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) => {
    const tree = load(text) as Tree;
    for (const [at, value, isRemoved] of edits) {
      const all = places(tree);
      const path = all[at % all.length]!;
      const owner = path.slice(0, -1).reduce<unknown>((one, step) => (one as Tree)[step], tree) as Tree;
      if (isRemoved) delete owner[path.at(-1)!];
      else owner[path.at(-1)!] = value;
    }
    return JSON.stringify(tree, null, 1);
  });

/** What makes a finding useless: no place in the text, an empty sentence, a hole, or a rule that fell over. */
function faults(text: string): string[] {
  const { findings, template } = check({ file: 'x.yaml', text, ...around });
  const lines = text.split('\n').length;
  const isOff = ({ line, column }: { line: number; column: number }) => line < 1 || column < 1 || line > lines;
  const told = findings.map(({ code, message, repair }) => ({
    code,
    said: [message.nl, message.en, repair?.nl ?? ''],
  }));
  return [
    ...findings.filter((one) => one.file === 'x.yaml' && isOff(one)).map(({ code }) => `${code} without a place`),
    ...told.filter(({ said }) => said.includes('')).map(({ code }) => `${code} without words`),
    ...told
      .filter(({ said }) => said.some((one) => /\{\w+\}|\[object/.test(one)))
      .map(({ code }) => `${code} with a hole`),
    ...told.filter(({ said }) => said[0]!.startsWith('De regel T-')).map(({ code }) => `${code} fell over`),
    ...(template === null && !findings.some(({ severity }) => severity === 'error') ? ['nothing said'] : []),
  ];
}
test.each([
  ['scribbled over', scribbled],
  ['with other values in its places', reshaped],
])('a template %s is answered', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => expect(faults(text)).toEqual([])),
    { numRuns: 60 },
  );
});

test('the compiler answers with findings, whatever stands in a folder', () => {
  fc.assert(
    fc.property(fc.oneof(scribbled, reshaped), (text) => {
      const files = new Map([
        ['law/nl.yaml', law.text],
        ...around.base.map(({ file, text: one }): [string, string] => [file.replace('config/', ''), one]),
        ['corporations/voorbeeld/corporation.yaml', around.corporation.text],
        ['corporations/voorbeeld/x.yaml', text],
      ]);
      const { templates, findings } = compileCorporation(files, 'voorbeeld');
      expect(templates.length).toBeGreaterThanOrEqual(around.base.length - 1);
      for (const { line, message } of findings) expect([line > 0, message.nl !== '']).toEqual([true, true]);
    }),
    { numRuns: 40 },
  );
});
