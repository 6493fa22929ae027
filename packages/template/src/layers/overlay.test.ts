import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { check, compileCorporation, templateFor } from '../index.js';

const root = new URL('../../../../', import.meta.url).pathname;
const read = (file: string): string => readFileSync(root + file, 'utf8');
const corporation = read('packages/template/examples/corporation.yaml').replace(
  /templates: .*/,
  'templates: { bezoek: bezoek@^1 }',
);
const law = read('config/law/nl.yaml');
const base = `
dsl: thuisreis/1
kind: household
name: visit
version: 1.2.0
title: { nl: Bezoek, en: Visit }
params:
  answerTerm: { type: duration, default: P7D, min: P3D, max: P21D, locked: true, title: { nl: Termijn, en: Term } }
data:
  talk:
    mood: { type: enum, values: [good, fair, poor], locked: true, sensitivity: D2, purpose: begeleiding, label: { nl: Stemming, en: Mood } }
    room: { type: integer, min: 1, max: 9, sensitivity: D1, purpose: huisvesting, label: { nl: Kamers, en: Rooms } }
forms:
  first: { title: { nl: Eerste, en: First }, fields: [talk.mood] }
  second: { title: { nl: Tweede, en: Second }, fields: [talk.room] }
stages:
  meet:
    title: { nl: Ontmoeten, en: Meet }
    tasks:
      visit:
        kind: humanTask
        title: { nl: Bezoeken, en: Visit }
        role: caseManager
        form: first
        locked: true
        due: { after: P10D, in: workingDays }
      measure:
        kind: humanTask
        title: { nl: Meten, en: Measure }
        role: caseManager
        form: second
        due: { after: params.answerTerm }
  decide:
    title: { nl: Beslissen, en: Decide }
    entry: [{ on: meet.complete, if: talk.mood != "poor" && talk.room > 2 }]
    required: talk.mood != "poor"
    tasks:
      object:
        kind: humanTask
        title: { nl: Bezwaar, en: Objection }
        role: caseManager
        due: { after: law.objectionTerm, statutory: true }
`.trimStart();
const head = `
dsl: thuisreis/1
kind: household
name: bezoek
version: 1.0.0
extends: base/visit@^1.0
`.trimStart();

/** What is said of an overlay with this body, as `file line code`; warnings of the law are left aside. */
function said(body: string, below = base): string[] {
  const own = { file: 'own/bezoek.yaml', text: head + body };
  const { findings } = check({
    ...own,
    corporation: { file: 'own/corporation.yaml', text: corporation },
    law: () => ({ file: 'law/nl.yaml', text: law }),
    base: [{ file: 'base/visit.yaml', text: below }],
    own: [own],
  });
  return findings
    .filter(({ code }) => code !== 'T-L06')
    .map(({ file, line, code }) => `${file.split('/')[0]} ${line} ${code}`)
    .sort();
}
const compiled = (body: string) => {
  const files = new Map([
    ['law/nl.yaml', law],
    ['base/visit.yaml', base],
    ['corporations/voorbeeld/corporation.yaml', corporation],
    ['corporations/voorbeeld/bezoek.yaml', head + body],
  ]);
  const result = compileCorporation(files, 'voorbeeld');
  expect(result.findings).toEqual([]);
  return templateFor(result, 'bezoek')!;
};

test('an overlay of nothing but its head is its base under its own name', () => {
  expect(said('')).toEqual([]);
  const template = compiled('');
  expect([template.name, template.version]).toEqual(['bezoek', '1.0.0']);
  expect(template.items.map(({ id }) => id)).toEqual(['meet', 'visit', 'measure', 'decide', 'object']);
});

test('maps merge, scalars replace, lists are appended to, null removes, and what is new stands last', () => {
  const template = compiled(`
title: { nl: Ons bezoek }
params: { answerTerm: { default: P5D } }
forms: { first: { fields+: [{ field: talk.room, optional: true }] } }
stages:
  meet:
    tasks:
      measure: null
      call: { kind: humanTask, title: { nl: Bellen, en: Call }, role: planner, due: { after: P2D } }
`);
  expect(template.title).toEqual({ nl: 'Ons bezoek', en: 'Visit' });
  expect(template.params).toEqual({ answerTerm: 'P5D' });
  expect(template.forms['first']!.pages[0]!.fields.map(({ field }) => field)).toEqual(['talk.mood', 'talk.room']);
  expect(template.items.map(({ id }) => id)).toEqual(['meet', 'visit', 'call', 'decide', 'object']);
});

test('a finding stands in the layer that must change', () => {
  expect(said('forms: { first: { fields+: [talk.rom] } }\n')).toEqual(['own 6 T-D03']);
  expect(said('stages: { meet: { tasks: { visit: { role: caseMaker } } } }\n')).toEqual(['own 6 T-D02']);
  expect(said('', base.replace('form: second', 'form: secnd'))).toEqual(['base 30 T-D02']);
});

test.each([['its base is not there', 'T-D14', head.replace('^1.0', '^2.0'), 5]])('%s', (_, code, text, line) => {
  const own = { file: 'own/bezoek.yaml', text };
  const { findings } = check({
    ...own,
    corporation: { file: 'own/corporation.yaml', text: corporation },
    law: () => ({ file: 'law/nl.yaml', text: law }),
    base: [{ file: 'base/visit.yaml', text: base }],
    own: [own],
  });
  expect(findings.map((one) => [one.code, one.line])).toEqual([[code, line]]);
});

const slips: [string, string, string[]][] = [
  ['a task becomes another kind', 'stages: { meet: { tasks: { measure: { kind: timer } } } }\n', ['own 6 T-D13']],
  ['a field becomes another type', 'data: { talk: { room: { type: number } } }\n', ['own 6 T-D13']],
  ['a field is removed that a form and a condition name', 'data:\n  talk:\n    room: null\n', ['own 8 T-D15']],
  ['a former name is still in use', 'stages: { meet: { tasks: { measure: { formerly: visit } } } }\n', ['own 6 T-D16']],
  [
    'a locked task gets another entry',
    'stages: { meet: { tasks: { visit: { exit: [{ on: decide.start }] } } } }\n',
    ['own 6 T-L01'],
  ],
  [
    'a locked task gets more time',
    'stages: { meet: { tasks: { visit: { due: { after: P12D } } } } }\n',
    ['own 6 T-L01'],
  ],
  ['a locked task gets less time', 'stages: { meet: { tasks: { visit: { due: { after: P8D } } } } }\n', []],
  ['a locked field gets another purpose', 'data: { talk: { mood: { purpose: huisvesting } } }\n', ['own 6 T-L01']],
  ['a locked field gets a further choice', 'data: { talk: { mood: { values+: [great] } } }\n', []],
  ['a locked param leaves its bounds', 'params:\n  answerTerm:\n    default: P30D\n', ['own 8 T-L02']],
  [
    'a statutory term is shortened',
    'stages: { decide: { tasks: { object: { due: { after: P1W } } } } }\n',
    ['own 6 T-L03'],
  ],
  ['a field is called less sensitive', 'data: { talk: { mood: { sensitivity: D1 } } }\n', ['own 6 T-L04']],
  ['a locked task is removed', 'stages: { meet: { tasks: { visit: null } } }\n', ['own 6 T-L05']],
  ['the stage around a locked task is removed', 'stages:\n  meet: null\n', ['own 7 T-D15', 'own 7 T-L05']],
];
test.each(slips)('%s', (_, body, expected) => {
  expect(said(body).filter((one) => !/T-D0[45]|T-D11/.test(one))).toEqual(expected);
});
