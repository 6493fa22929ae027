import { expect, test } from '@jest/globals';
import { readYaml } from './read.js';

const found = (text: string): string => {
  const reading = readYaml('x.yaml', text);
  return 'finding' in reading ? `${reading.finding.line}:${reading.finding.column} ${reading.finding.code}` : 'read';
};

const hostile: [string, string, string][] = [
  ['900 lists inside each other', '['.repeat(900), 'T-Y05'],
  ['4,000 lists inside each other', '['.repeat(4000), 'T-Y05'],
  ['2,000 maps inside each other', '{a: '.repeat(2000), 'T-Y05'],
  ['2,000 lists by dashes', '- '.repeat(2000) + 'a', 'T-Y05'],
  ['41 levels of maps', Array.from({ length: 41 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), 'T-Y05'],
  ['40,000 keys in one map', Array.from({ length: 30_000 }, (_, key) => `k${key}:`).join('\n'), 'T-Y05'],
  ['a file beyond 256 kB', `a: ${'é'.repeat(150_000)}`, 'T-Y05'],
  ['an alias bomb', 'a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n', 'T-Y04'],
  ['an anchor nobody uses', 'a: &x 1\n', 'T-Y04'],
  ['an anchor on a map', 'a: &x\n  b: 1\n', 'T-Y04'],
  ['a tag of the core schema', 'a: !!str 5\n', 'T-Y04'],
  ['a tag of a language', 'a: !!js/function "x"\n', 'T-Y04'],
  ['a local tag', 'a: !secret x\n', 'T-Y04'],
  ['a merge key', 'a: { b: 1 }\nc:\n  <<: { d: 1 }\n', 'T-Y04'],
  ['a directive', '%TAG ! tag:x.example,2026:\n---\na: 1\n', 'T-Y04'],
  ['__proto__', 'a:\n  __proto__: { isAdmin: true }\n', 'T-Y09'],
  ['constructor', 'constructor: { prototype: { isAdmin: true } }\n', 'T-Y09'],
  ['prototype in a list', 'a: [{ "prototype": 1 }]\n', 'T-Y09'],
  ['a NUL', 'a: b\0c\n', 'T-Y01'],
  ['UTF-16 read as UTF-8', '\uFFFD\uFFFDa\0:\0', 'T-Y01'],
  ['invalid UTF-8', 'a: \uFFFD\n', 'T-Y01'],
  ['a tab as indentation', 'a:\n\tb: 1\n', 'T-Y01'],
  ['several documents', 'a: 1\n---\nb: 2\n', 'T-Y01'],
  ['an empty file', '', 'T-Y01'],
  ['a file of spaces', ' \n\n', 'T-Y01'],
  ['a file of comments', '# nothing\n', 'T-Y01'],
  ['an open bracket', 'a: [1, 2\n', 'T-Y01'],
  ['a key twice', 'a: 1\nb: 1\na: 2\n', 'T-Y02'],
];
test.each(hostile)('%s is one finding, twice in a row and in no time', (_, text, code) => {
  const begun = process.cpuUsage();
  expect(found(text).split(' ')[1]).toBe(code);
  expect(found(text).split(' ')[1]).toBe(code);
  expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
});

test('a prototype stays as it was', () => {
  for (const [, text] of hostile) found(text);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test.each([
  ['a byte-order mark', '\uFEFFa: 1\n'],
  ['CRLF', 'a: 1\r\nb: 2\r\n'],
  ['yes, no, on and off as text', 'a: [yes, no, on, off]\n'],
  ['a comment behind a condition', 'if: a.b == "x" # why\n'],
  ['one document with its mark', '---\na: 1\n'],
])('%s is accepted', (_, text) => {
  expect(found(text)).toBe('read');
});

/** A condition that YAML cannot read, or reads as a mark; the place is that of the condition. */
const unquoted: [string, string, string][] = [
  ['that begins with !', '- if: !has(a.b)\n', '1:7'],
  ['that begins with a quote', '- if: "health" in signals.domains\n', '1:7'],
  ['that begins with a quote, in { }', 'entry: [{ on: a.complete, if: "health" in signals.domains }]\n', '1:31'],
  ['that begins with &', '- if: &x == 1\n', '1:7'],
  ['that begins with *', '- if: *x == 1\n', '1:7'],
  ['with a colon and a space', 'complete:\n  - if: a.b == "c: d"\n', '2:9'],
  ['with a list, in { }', 'entry: [{ if: a.b in ["c", "d"], on: e.start }]\n', '1:15'],
  ['with a brace', '- if: {a.b} == 1\n', '1:7'],
];
test.each(unquoted)('a condition %s needs quotes', (_, text, place) => {
  expect(found(text)).toBe(`${place} T-Y11`);
  const reading = readYaml('x.yaml', text);
  const [edit] = 'finding' in reading ? reading.finding.repair!.edits : [];
  const lines = text.split('\n');
  const line = lines[edit!.line - 1]!;
  lines[edit!.line - 1] = line.slice(0, edit!.column - 1) + edit!.text + line.slice(edit!.column - 1 + edit!.length);
  expect(found(lines.join('\n'))).toBe('read');
});
