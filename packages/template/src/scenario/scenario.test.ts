import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { check } from '../index.js';

const root = new URL('../../../../', import.meta.url).pathname;
const read = (file: string) => ({ file, text: readFileSync(root + file, 'utf8') });
const around = {
  corporation: read('config/corporation.yaml'),
  law: (country: string) => read(`config/law/${country}.yaml`),
  base: [],
  own: [],
};
/** A talk, a letter, a partner, a dwelling and an escalation: one of everything that a step can tell. */
const plan = `dsl: thuisreis/1
kind: household
name: proef
version: 1.0.0
title: { nl: Proef, en: Trial }
data:
  talk:
    again: { type: boolean, default: false, sensitivity: D2, purpose: huisvesting, label: { nl: Nog eens, en: Again } }
    note: { type: longText, optional: true, sensitivity: D2, purpose: huisvesting, label: { nl: Notitie, en: Note } }
    full: { type: boolean, default: false, sensitivity: D4, purpose: werkruimte, label: { nl: Vol, en: Full } }
    looked: { type: boolean, default: false, sensitivity: D4, purpose: werkruimte, label: { nl: Gezien, en: Seen } }
  share:
    team: { type: boolean, default: false, sensitivity: D2, purpose: toestemming, label: { nl: Delen, en: Share } }
  stay:
    from: { type: date, sensitivity: D1, purpose: huisvesting, label: { nl: Van, en: From } }
forms:
  talk: { title: { nl: Gesprek, en: Talk }, fields: [talk.again, talk.note, talk.full, share.team, stay.from] }
  look: { title: { nl: Kijken, en: Look }, fields: [talk.looked] }
letters:
  hello: { title: { nl: Brief, en: Letter }, file: hello }
tasks:
  talk:
    kind: humanTask
    title: { nl: Gesprek, en: Talk }
    role: caseManager
    skip: [teamLead]
    form: talk
    due: { after: P10D }
    repeat: { while: talk.again == true, max: 3, every: P3D }
  post: { kind: letterTask, title: { nl: Brief, en: Letter }, entry: [{ on: talk.start }], letter: hello, proof: delivered }
  team:
    kind: partnerTask
    title: { nl: Buurtteam, en: Team }
    entry: [{ if: share.team == true }]
    required: false
    partner: neighbourhoodTeam
    purpose: begeleiding
    ground: consent
    requires: share.team == true
    share: [talk.note]
    otherwise: none
    resolveWithin: P30D
  guest:
    kind: allocationTask
    title: { nl: Logeerwoning, en: Guest dwelling }
    entry: [{ on: post.complete, if: outcome.post == "delivered" }]
    required: false
    role: planner
    pool: guestDwellings
    period: { from: stay.from, until: stay.from + days(7) }
    hold: P5D
  extra: { kind: humanTask, title: { nl: Extra, en: Extra }, manualActivation: true, role: caseManager, due: { after: P5D } }
escalations:
  full:
    title: { nl: Vol, en: Full }
    entry: [{ if: talk.full == true }]
    owner: teamLead
    tasks:
      look: { kind: humanTask, title: { nl: Kijken, en: Look }, role: caseManager, form: look, due: { after: P5D } }
    milestones:
      seen: { title: { nl: Gezien, en: Seen }, entry: [{ on: look.complete }] }
    complete: [{ on: look.complete }]
    maxAge: P30D
`;
const given = 'given: { stay.from: 2026-03-02, share.team: false }\n    steps:\n      - ';
function departures(steps: string, start = given): { line: number; said: string }[] {
  const text = `${plan}tests:\n  story:\n    ${start}${steps.trim().split('\n').join('\n      ')}\n`;
  const { findings } = check({ file: 'x.yaml', text, ...around });
  const others = findings.filter(({ code, severity }) => severity === 'error' && !['T-T01', 'T-W05'].includes(code));
  expect(others.map(({ code, line }) => `${line} ${code}`)).toEqual([]);
  const first = plan.split('\n').length + 3;
  return findings
    .filter(({ code }) => code === 'T-T01')
    .map(({ line, message }) => ({ line: line - first, said: message.en }));
}
const good: readonly [string, string][] = [
  ['submit', 'submit: talk\n- expect: { ended: [talk], active: [post], case: active }'],
  [
    'submit with answers',
    'submit: talk\n  set: { talk.note: hello, talk.full: true }\n- expect: { open: [full], facts: { talk.full: true } }',
  ],
  [
    'submit the present occurrence',
    'submit: talk\n  set: { talk.again: true }\n- wait: P3D\n- submit: talk\n  set: { talk.again: false }\n- expect: { ended: [talk] }',
  ],
  ['a day in the past', 'wait: P4D\n- submit: talk\n  on: -P3D\n- expect: { outcome: { talk: done } }'],
  ['refused', 'submit: extra\n  refused: notEnabled'],
  ['start', 'start: extra\n- expect: { active: [extra] }'],
  ['skip', 'skip: talk\n- expect: { outcome: { talk: skipped } }'],
  [
    'report of a letter',
    'report: post\n  outcome: delivered\n- report: guest\n  outcome: confirmed\n- expect: { outcome: { guest: confirmed } }',
  ],
  [
    'report of a partner',
    'submit: talk\n  set: { share.team: true }\n- report: team\n  outcome: accepted\n- report: team\n- expect: { outcome: { team: done } }',
  ],
  [
    'declined',
    'submit: talk\n  set: { share.team: true }\n- report: team\n  outcome: declined\n- expect: { outcome: { team: declined } }',
  ],
  [
    'withdraw',
    'submit: talk\n  set: { share.team: true }\n- withdraw: share.team\n- expect: { outcome: { team: revoked }, facts: { share.team: false } }',
  ],
  ['correct', 'submit: talk\n- correct: { talk.full: true }\n- expect: { open: [full] }'],
  [
    'suspend, resume',
    'suspend: illness\n- expect: { case: suspended }\n- submit: talk\n  refused: suspended\n- resume: true\n- expect: { case: active }',
  ],
  [
    'escalation reaches and ends',
    'submit: talk\n  set: { talk.full: true }\n- escalation: full\n  milestone: seen\n- escalation: full\n  end: { talk.looked: true }\n- expect: { facts: { talk.looked: true } }',
  ],
  [
    'escalation is broken off',
    'submit: talk\n  set: { talk.full: true }\n- escalation: full\n  ended: terminate\n- expect: { facts: { talk.looked: false } }',
  ],
  [
    'wait fires what falls due',
    'report: post\n  outcome: delivered\n- report: guest\n  outcome: reserved\n- wait: P5D\n- expect: { outcome: { guest: lapsed } }',
  ],
];
const bad: readonly [string, string, number, RegExp][] = [
  ['a step that is refused', 'submit: extra', 0, /step 1: the step was refused notEnabled/],
  ['a refusal that does not come', 'submit: talk\n  refused: held', 1, /accepted, not refused held/],
  ['another refusal', 'submit: extra\n  refused: held', 0, /refused notEnabled/],
  [
    'an item that is not active',
    'submit: talk\n- expect: { active: [talk] }',
    1,
    /step 2: talk is completed, not active/,
  ],
  ['an item that never was', 'submit: talk\n- expect: { ended: [nobody] }', 1, /nobody is absent/],
  ['another outcome', 'submit: talk\n- expect: { outcome: { talk: skipped } }', 1, /talk is done, not skipped/],
  ['another fact', 'submit: talk\n- expect: { facts: { talk.full: true } }', 1, /talk.full is false, not true/],
  ['an escalation that is not open', 'submit: talk\n- expect: { open: [full] }', 1, /full is not open/],
  ['a case that goes on', 'submit: talk\n- expect: { case: ended }', 1, /the case is active/],
  ['a length that is none', 'wait: soon', 0, /refused badValue/],
  ['a step without a verb', 'outcome: done', 0, /nothing happens here/],
];

describe('a scenario that goes as it is written', () => {
  test.each(good)('%s', (_, steps) => expect(departures(steps)).toEqual([]));
});
describe('a scenario that departs', () => {
  test.each(bad)('is said with its step: %s', (_, steps, line, said) => {
    const [first, ...more] = departures(steps);
    expect(more).toEqual([]);
    expect(first?.said).toMatch(said);
    expect(first?.line).toBe(line + 1);
  });
  test('by what is given', () => {
    expect(departures('submit: talk', 'given: { stay.from: someday }\n    steps:\n      - ')[0]?.said).toMatch(
      /badValue/,
    );
  });
});

test('a base template without a scenario is said, another one may do without', () => {
  const file = { file: 'base/proef.yaml', text: plan };
  const codes = (base: { file: string; text: string }[]) =>
    check({ ...file, ...around, base }).findings.map(({ code }) => code);
  expect(codes([file])).toContain('T-T02');
  expect(codes([])).not.toContain('T-T02');
});

test('an unknown key of a step is a finding of the grammar', () => {
  const text = `${plan}tests:\n  story:\n    steps:\n      - sumbit: talk\n`;
  expect(check({ file: 'x.yaml', text, ...around }).findings.map(({ code }) => code)).toContain('T-Y03');
});
