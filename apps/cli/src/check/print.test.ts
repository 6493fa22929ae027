import { expect, test } from '@jest/globals';
import { answerOf, type CheckedFile, type Finding } from './answer.js';
import { linesOf } from './print.js';
import { plainStyle, styleOf } from './style.js';

const finding = (more: Partial<Finding> = {}): Finding => ({
  code: 'T-D02',
  severity: 'error',
  file: 'reis.yaml',
  line: 2,
  column: 9,
  path: 'tasks.talk.form',
  message: { nl: 'gesprk bestaat hier niet.', en: 'gesprk does not exist here.' },
  trace: [],
  repair: { nl: 'Schrijf gesprek.', en: 'Write gesprek.', edits: [] },
  ...more,
});
const text = 'talk:\n  form: gesprk\n';
const printed = (...findings: Finding[]): string[] => {
  const file: CheckedFile = { file: 'reis.yaml', template: null, findings };
  return linesOf(answerOf([file]), plainStyle, () => text);
};

test('a finding shows its place, its sentence, the line itself, a mark below the word, and what to do', () => {
  expect(printed(finding())).toEqual([
    'reis.yaml',
    '',
    '  reis.yaml:2:9  error  T-D02  gesprk bestaat hier niet.',
    '    2 │   form: gesprk',
    '      │         ^^^^^^',
    '    → Schrijf gesprek.',
    '',
    'Uitleg bij elke code: docs/nl/findings/<code>.md',
    '1 bestand, 1 fout, 0 waarschuwingen',
  ]);
});

test('the way to it is told in steps', () => {
  const trace = [{ at: 'een', nl: 'een wacht op twee', en: 'one waits for two' }];
  expect(printed(finding({ trace }))).toContain('    1. een: een wacht op twee');
});

test('findings stand in the order of the file', () => {
  const lines = printed(finding({ line: 2, code: 'T-D03' }), finding({ line: 1, column: 1 }), finding());
  expect(lines.filter((line) => line.includes('error')).map((line) => line.trim().split('  ')[0])).toEqual([
    'reis.yaml:1:1',
    'reis.yaml:2:9',
    'reis.yaml:2:9',
  ]);
});

test('of a long line the part around the place is shown', () => {
  const long = `a: "${'x'.repeat(300)}" b`;
  const file: CheckedFile = { file: 'l.yaml', template: null, findings: [finding({ line: 1, column: 307 })] };
  const shown = linesOf(answerOf([file]), plainStyle, () => long);
  const [line = '', mark = ''] = shown.filter((one) => one.includes('│'));
  expect(line.length).toBeLessThan(130);
  expect(line[mark.indexOf('^')]).toBe('b');
});

test('a clean file is ok, with its name and the start of its hash', () => {
  const template = { kind: 'household', name: 'reis', version: '1.0.0', hash: 'abcdef0123456789' };
  const lines = linesOf(answerOf([{ file: 'reis.yaml', template, findings: [] }]), plainStyle, () => text);
  expect(lines).toEqual(['ok  reis.yaml  household reis@1.0.0  abcdef012345', '1 bestand, 0 fouten, 0 waarschuwingen']);
});

test('colour is for a terminal that has it, never for a file', () => {
  expect(styleOf({}).error('x')).toBe('x');
  expect(styleOf({ isTTY: true, hasColors: () => false }).error('x')).toBe('x');
  expect(styleOf({ isTTY: true, hasColors: () => true }).error('x')).toBe('\u001b[31mx\u001b[39m');
});
