import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { begin, step, type Event, type Item, type State, type Template } from '@thuisreis/engine';
import { check, compileCorporation, templateFor } from '../index.js';

/** One template with every construct of §16, compiled and played; the marks `->` below name where each is looked at. */
const root = new URL('../../../../', import.meta.url).pathname;
const law = readFileSync(`${root}config/law/nl.yaml`, 'utf8');
const corporation = readFileSync(`${root}packages/template/examples/corporation.yaml`, 'utf8')
  .replace(/templates: .*/, 'templates: { everything: everything@^1 }')
  .concat('connectors:\n  register: { title: { nl: Register, en: Register } }\n');
const title = (nl: string): string => `title: { nl: ${nl}, en: ${nl} }`;
const field = (rest: string): string =>
  `{ ${rest}, sensitivity: D1, purpose: huisvesting, label: { nl: Veld, en: Field } }`;
const everything = `
dsl: thuisreis/1
kind: household
name: everything
version: 1.0.0
${title('Alles')}
params:
  times: { type: integer, default: 3, min: 2, max: 9, ${title('Keren')} }
  term: { type: duration, default: P7D, min: P1D, max: P30D, ${title('Termijn')} }
data:
  home:
    tenure: ${field('type: enum, values: [tenant, owner]')}
    rooms: ${field('type: integer, min: 1, max: 9')}
    leaveOn: ${field('type: date')}
    returnOn: ${field('type: date')}
    remark: ${field('type: longText, optional: true')}
    mail: ${field('type: email, optional: true')}
  money:
    share: ${field('type: enum, values: [none, half, all]')}
  consent:
    team: ${field("type: enum, values: ['yes', 'no', notAsked], default: notAsked, withdrawn: 'no'").replace('D1', 'D2')}
  answer:
    found: ${field('type: boolean')}
  wave:
    mood: { type: scale, min: 1, max: 5, sensitivity: D7, purpose: begeleiding, label: { nl: Stemming, en: Mood } }
forms:
  talk:
    ${title('Gesprek')}
    pages:
      home: { ${title('Woning')}, fields: [home.tenure, home.rooms, { field: home.remark, optional: true }] }
      stay: { ${title('Verblijf')}, fields: [home.leaveOn, home.returnOn] }
      reach:
        ${title('Bereiken')}
        visibleIf: home.rooms >= 2
        fields: [{ field: home.mail, visibleIf: 'home.tenure in ["tenant"]' }]
  ask: { ${title('Vraag')}, fields: [consent.team] }
  mood: { ${title('Stemming')}, wave: before, fields: [wave.mood] }
decisions:
  share:
    hitPolicy: FIRST
    inputs: [home.tenure, home.rooms]
    outputs: [money.share]
    rules:
      owner: { when: [owner, '-'], then: [none] }
      small: { when: ['not(owner)', '[1..2]'], then: [half], note: small homes }
      large: { when: ['-', '>= 3'], then: [all] }
letters:
  notice: { ${title('Kennisgeving')}, file: letters/notice, fields: [money.share] }
stages:
  meet:
    ${title('Ontmoeten')}
    role: caseManager
    due: { after: P30D, warn: P3D }
    tasks:
      talk:
        kind: humanTask
        ${title('Gesprek')}
        form: talk
        outcomes: { done: { nl: Klaar, en: Done }, later: { nl: Later, en: Later } }
        repeat: { while: outcome.talk == "later", max: params.times, every: params.term }
        skip: [caseManager]
        audience: [caseManager, planner]
      check:
        kind: humanTask
        ${title('Nazien')}
        entry: [{ on: talk.complete, if: outcome.talk == "done" }]
        notBy: [talk]
        outcomes: [fine, wrong]
      split: { kind: decisionTask, ${title('Verdelen')}, decision: share, entry: [{ on: check.complete }] }
      extra: { kind: humanTask, ${title('Extra')}, manualActivation: true }
    milestones:
      met: { ${title('Ontmoet')}, entry: [{ on: talk.complete }], due: { after: P10D } }
  act:
    ${title('Doen')}
    entry: [{ on: meet.complete }]
    tasks:
      send:
        kind: letterTask
        ${title('Sturen')}
        letter: notice
        to: coTenants
        channel: registered
        proof: delivered
        due: { after: law.objectionTerm, statutory: true }
      register:
        kind: serviceTask
        ${title('Nazoeken')}
        connector: register
        in: { rooms: home.rooms, always: true }
        out: { answer.found: found }
      lodge:
        kind: allocationTask
        ${title('Logeren')}
        entry: [{ on: register.complete, if: answer.found }]
        required: answer.found
        role: planner
        pool: guestDwellings
        needs: { rooms: home.rooms }
        period: { from: home.leaveOn - days(1), until: home.returnOn }
        hold: PT48H
        release: leave.occur
      leave: { kind: timer, ${title('Weg')}, at: home.leaveOn }
      ask: { kind: humanTask, ${title('Vragen')}, role: caseManager, form: ask, due: { after: P5D, in: workingDays } }
      help:
        kind: partnerTask
        ${title('Helpen')}
        entry: [{ on: ask.complete }]
        partner: neighbourhoodTeam
        purpose: begeleiding
        ground: consent
        requires: consent.team == "yes"
        share: [home.rooms, home.remark]
        otherwise: alone
        acknowledgeWithin: P2D
        resolveWithin: P30D
        skip: [caseManager]
      alone: { kind: humanTask, ${title('Zelf')}, role: caseManager, due: { after: P10D } }
      feel:
        kind: surveyTask
        ${title('Voelen')}
        form: mood
        requires: consent.team != "no"
        respondents: adults
        attempts: 2
        window: P14D
escalations:
  second:
    ${title('Tweede')}
    entry: [{ if: home.rooms > 8 }]
    manualActivation: true
    owner: caseManager
    max: 2
    tasks:
      look: { kind: humanTask, ${title('Kijken')}, role: caseManager, form: talk, due: { after: P5D } }
    complete: [{ on: look.complete }]
    maxAge: P60D
  again:
    ${title('Nogmaals')}
    entry: [{ if: home.rooms > 8 }]
    owner: caseManager
    blocks: [act]
    tasks:
      look: { kind: humanTask, ${title('Kijken')}, role: caseManager, form: talk, due: { after: P5D } }
    complete: [{ on: look.complete }]
    maxAge: P60D
tasks:
  heard: { kind: humanTask, ${title('Gehoord')}, role: caseManager, entry: [{ on: again.exhausted }], required: false, due: { after: P5D } }
exit: [{ if: home.tenure == "owner" }]
tests:
  again:
    steps:
      - submit: talk
        outcome: later
        set: { home.tenure: tenant, home.rooms: 1, home.leaveOn: 2026-02-02, home.returnOn: 2026-03-02 }
      - expect: { outcome: { talk: later } }
`.trimStart();

const files = new Map([
  ['law/nl.yaml', law],
  ['corporations/voorbeeld/corporation.yaml', corporation],
  ['corporations/voorbeeld/everything.yaml', everything],
]);
const compiled = compileCorporation(files, 'voorbeeld');
const template = templateFor(compiled, 'everything')!;
const item = (id: string): Item => template.items.find((one) => one.id === id)!;

describe('the whole language', () => {
  test('compiles without a finding, and stays what it is as JSON', () => {
    expect(compiled.findings).toEqual([]);
    expect(JSON.parse(JSON.stringify(template))).toEqual(template);
    expect(Object.keys(template)).not.toContain('tests');
  });

  test('is understood by the checker, with the same hash', () => {
    const text = { file: 'everything.yaml', text: everything };
    const checked = check({
      ...text,
      corporation: { file: 'corporation.yaml', text: corporation },
      law: () => ({ file: 'nl.yaml', text: law }),
      base: [],
      own: [],
    });
    const { findings } = checked;
    expect(
      findings
        .filter(({ severity }) => severity === 'error')
        .map(({ line, code, message }) => [line, code, message.en]),
    ).toEqual([]);
    expect(checked.template?.hash).toBe(template.hash);
  });

  test('keeps every kind of task', () => {
    expect(item('talk')).toMatchObject({
      role: 'caseManager',
      repeat: { max: 3, every: { expression: ['param', 'term'] } },
      outcomes: [{ id: 'done' }, { id: 'later' }],
      skip: ['caseManager'],
      audience: ['caseManager', 'planner'],
    });
    expect(item('check')).toMatchObject({ notBy: ['talk'], outcomes: [{ id: 'fine' }, { id: 'wrong' }] });
    expect(item('send')).toMatchObject({
      letter: 'notice',
      to: 'coTenants',
      channel: 'registered',
      proof: 'delivered',
      due: { after: { expression: ['law', 'objectionTerm'] }, statutory: true },
    });
    expect(item('register')).toMatchObject({
      in: { rooms: ['fact', 'home.rooms'], always: ['literal', true] },
      out: { 'answer.found': 'found' },
      outcomes: [{ id: 'ok' }],
    });
    expect(item('lodge')).toMatchObject({
      period: { from: ['-', ['fact', 'home.leaveOn'], ['days', ['literal', 1]]] },
      hold: { iso: 'PT48H' },
      release: 'leave.occur',
    });
    expect(item('leave')).toMatchObject({ timer: { at: ['fact', 'home.leaveOn'] } });
    expect(item('help')).toMatchObject({ otherwise: 'alone', acknowledgeWithin: { iso: 'P2D' } });
    expect(item('feel')).toMatchObject({ respondents: 'adults', attempts: 2, window: { iso: 'P14D' } });
    expect(item('extra')).toMatchObject({ manualActivation: true, parent: 'meet' });
    expect(item('met')).toMatchObject({ kind: 'milestone', due: { after: { iso: 'P10D' } } });
  });

  test('keeps tables with their unary tests', () => {
    expect(template.decisions['share']).toEqual({
      id: 'share',
      hitPolicy: 'FIRST',
      inputs: [
        ['fact', 'home.tenure'],
        ['fact', 'home.rooms'],
      ],
      outputs: ['money.share'],
      rules: [
        { id: 'owner', when: [['compare', '==', 'owner'], ['any']], then: [['literal', 'none']] },
        {
          id: 'small',
          when: [
            ['not', ['compare', '==', 'owner']],
            ['between', 1, 2],
          ],
          then: [['literal', 'half']],
        },
        { id: 'large', when: [['any'], ['compare', '>=', 3]], then: [['literal', 'all']] },
      ],
    });
  });

  test('lets only what the case needs into its facts', () => {
    const outside = Object.values(template.fields).filter(({ isFact }) => !isFact);
    expect(outside.map(({ path }) => path)).toEqual(['home.remark', 'home.mail', 'wave.mood']);
    expect(Object.keys(template.law)).toEqual(['objectionTerm']);
  });

  test('starts escalations in file order, also when a database has put their keys in another', () => {
    const stored = { ...template, escalations: Object.fromEntries(Object.entries(template.escalations).reverse()) };
    for (const one of [template, stored]) {
      const talked = walk(one).submit('talk', {
        'home.tenure': 'tenant',
        'home.rooms': 9,
        'home.leaveOn': '2026-02-02',
        'home.returnOn': '2026-03-02',
      });
      expect(talked.started).toEqual(['second', 'again']);
    }
  });

  test('is played to its letter', () => {
    const answers = {
      'home.tenure': 'tenant',
      'home.rooms': 2,
      'home.leaveOn': '2026-02-02',
      'home.returnOn': '2026-03-02',
    };
    const one = walk(template).submit('talk', answers).submit('check', {}, 'fine', 'piet');
    expect(one.state.facts['money.share']).toBe('half');
    expect(one.state.items['send']).toBe('active');
    expect(one.effects).toEqual(expect.arrayContaining(['letter', 'service']));
  });
});

/** A case of the template that is stepped on. */
function walk(one: Template) {
  const now = '2026-01-05T08:00:00.000Z';
  const born = begin(one, {}, [], now, { calendar: Object.keys(one.calendars)[0]! });
  if (!born.accepted) throw new Error(JSON.stringify(born.refusals));
  const at = (state: State, effects: readonly { type: string; escalation?: string }[]) => ({
    state,
    effects: effects.map(({ type }) => type),
    started: effects.flatMap(({ type, escalation }) => (type === 'escalate' ? [escalation] : [])),
    submit(id: string, values: Extract<Event, { type: 'submit' }>['values'], outcome = 'done', by = 'anna') {
      const done = step(one, state, { type: 'submit', item: id, values, outcome, by }, now);
      if (!done.accepted) throw new Error(`${id}: ${JSON.stringify(done.refusals)}`);
      return at(done.state, done.effects as readonly { type: string; escalation?: string }[]);
    },
  });
  return at(born.state, born.effects as readonly { type: string; escalation?: string }[]);
}
