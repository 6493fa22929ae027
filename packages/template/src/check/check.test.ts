import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { check, type Text } from '../index.js';

const root = new URL('../../../../', import.meta.url).pathname;
const read = (file: string): Text => ({ file, text: readFileSync(root + file, 'utf8') });
const folder = (path: string): Text[] =>
  readdirSync(root + path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => read(`${path}/${name}`));
const surroundings = (corporation: string) => ({
  corporation: read(corporation),
  law: (country: string) => read(`config/law/${country}.yaml`),
  base: folder('config/base'),
  own: [],
});
const examples = surroundings('packages/template/examples/corporation.yaml');
const found = (text: string, around = examples): string[] =>
  check({ file: 'x.yaml', text, ...around })
    .findings.map(({ line, code }) => `${line} ${code}`)
    .sort();
const broken = read('packages/template/examples/renovatieMetLogeerwoning.yaml').text;
const repaired = read('packages/template/examples/renovatieMetLogeerwoning.repaired.yaml').text;

test('the broken example gets exactly its findings', () => {
  expect(found(broken)).toEqual(['107 T-P02', '109 T-S05', '97 T-D11', '99 T-D02']);
});

test('the repaired example gets none', () => {
  expect(found(repaired)).toEqual([]);
});

test.each(folder('config/base'))('$file of the base has no error', ({ text }) => {
  const { findings } = check({ file: 'x.yaml', text, ...surroundings('config/corporation.yaml') });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

/** One slip each in the repaired example, and what must be said of it. */
const slips: [string, string, string, string][] = [
  ['T-Y03', 'pool: guestDwellings', 'poll: guestDwellings', 'T-Y07'],
  ['T-D02', 'form: nulgesprek', 'form: nulgesprk', ''],
  ['T-D03', 'share: [huishouden.leden,', 'share: [huishouden.lden,', ''],
  ['T-D09', 'akkoord.status == "gegeven" }]', 'akkoord.status == "gegevn" }]', ''],
  ['T-D06', 'on: akkoordVragen.exhausted', 'on: akkoordVragen.overdu', ''],
  ['T-D14', 'within: base/project@^1.0', 'within: base/project@^9.0', ''],
  ['T-D17', 'on: project.quorumReached', 'on: project.quorumReachd', ''],
  ['T-E01', 'if: akkoord.status != "open"', "if: 'akkoord.status !='", ''],
  ['T-E08', 'if: akkoord.status != "open"', 'if: \'akkoord.status.matches("o")\'', ''],
  ['T-W02', '    title: { nl: Verhuizen, en: Moving }\n', '', ''],
  ['T-W01', 'title: { nl: Verhuizen, en: Moving }', 'title: { nl: Verhuizen }', ''],
  ['T-C01', '        due: { after: params.reactietermijn }\n', '', 'T-D05'],
  ['T-C03', 'due: { after: P10D, in: workingDays }', 'due: { after: P2W, in: workingDays }', ''],
  ['T-P03', '        requires: delen.buurtteam == "ja"\n', '', ''],
  ['T-P10', '        otherwise: anoniemAdvies\n', '', ''],
  ['T-P07', 'withdrawn: nee, ', '', ''],
  ['T-S06', 'on: woningVol.exhausted', 'on: woningVol.complete', ''],
];
test.each(slips)('%s is said of one slip, and nothing beside it', (code, from, to, also) => {
  expect(repaired).toContain(from);
  const codes = found(repaired.replace(from, to)).map((one) => one.split(' ')[1]!);
  expect([...new Set(codes)].filter((one) => one !== also)).toEqual([code]);
});

test('a slip of the pen is repaired by an edit', () => {
  const text = repaired.replace('form: nulgesprek', 'form: nulgesprk');
  const [finding] = check({ file: 'x.yaml', text, ...examples }).findings;
  const [edit] = finding!.repair!.edits;
  const line = text.split('\n')[edit!.line - 1]!;
  expect(line.slice(0, edit!.column - 1) + edit!.text + line.slice(edit!.column - 1 + edit!.length)).toContain(
    'form: nulgesprek',
  );
});
