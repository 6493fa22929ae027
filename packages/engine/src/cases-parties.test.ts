/** The hard cases W14–W24: partners, withdrawal, suspension, correction. */
import { describe, expect, test } from '@jest/globals';
import type { Item } from './types.js';
import {
  DAY0,
  Walk,
  escalation,
  fact,
  field,
  form,
  isFact,
  item,
  on,
  oneOf,
  small,
  stage,
  when,
} from './testing/small.js';

const share = oneOf('share.team', 'notAsked', 'yes', 'no');
const consent = { ...share, withdrawn: 'no' };
const team = (part: Partial<Item> = {}): Item =>
  item('team', {
    kind: 'partnerTask',
    partner: 'team',
    purpose: 'care',
    ground: 'consent',
    requires: isFact('share.team', 'yes'),
    otherwise: 'advice',
    resolveWithin: { iso: 'P30D' },
    acknowledgeWithin: { iso: 'P3D' },
    ...part,
  });
const advice = item('advice');
const withdraw = { type: 'withdraw', field: 'share.team', by: 'm' } as const;
const later = (days: number) =>
  `2026-${days > 26 ? '02' : '01'}-${String(days > 26 ? days - 26 : days + 5).padStart(2, '0')}T08:00:00.000Z`;

describe('partners and consent', () => {
  test('W14 withdrawal ends only what reads the field', () => {
    const storage = item('storage', { kind: 'partnerTask', partner: 'storage', until: 'back.complete' });
    const walk = new Walk(
      small({
        fields: [consent],
        items: [team(), advice, stage('s'), { ...storage, parent: 's' }, item('back', { parent: 's' })],
      }),
      { 'share.team': 'yes' },
    );
    expect(walk.do(withdraw).state.items).toMatchObject({ team: 'terminated', storage: 'active', advice: 'active' });
    expect(walk.state.outcomes['team']).toBe('revoked');
    expect(walk.effects()).toContain('closeOffer');
  });
  test('requires false at the start withholds, unknown waits and is offered when true', () => {
    const template = small({
      fields: [consent],
      forms: [form('ask', 'share.team')],
      items: [item('ask', { form: 'ask' }), team(), advice],
    });
    expect(new Walk(template, { 'share.team': 'no' }).state.outcomes['team']).toBe('withheld');
    const walk = new Walk(template);
    expect([walk.state.items['team'], walk.effects()]).toEqual(['active', []]);
    expect(walk.submit('ask', { 'share.team': 'yes' }).effects()).toEqual(['offer']);
  });
  test('W15 a declined referral satisfies, and a sentry picks another', () => {
    const walk = new Walk(
      small({
        fields: [consent],
        items: [
          team(),
          advice,
          item('second', { entry: [when(['==', ['outcome', 'team'], ['literal', 'declined']], 'team.complete')] }),
        ],
      }),
      { 'share.team': 'yes' },
    );
    walk.do({ type: 'partner', item: 'team', report: 'decline', code: 'full' });
    expect(walk.state.items).toEqual({ team: 'completed', advice: 'available', second: 'active' });
  });
  test('W16 withdrawal while suspended revokes in that step; the other task starts at resume', () => {
    const walk = new Walk(small({ fields: [consent], items: [team(), advice] }), { 'share.team': 'yes' }).do({
      type: 'suspend',
      reason: 'illness',
      by: 'm',
    });
    expect(walk.do(withdraw).state.items).toEqual({ team: 'terminated', advice: 'available' });
    expect(walk.do({ type: 'resume', by: 'm' }).state.items['advice']).toBe('active');
  });
  test('W17 the parent mirrors the consent, the child revokes', () => {
    const parent = new Walk(
      small({
        fields: [consent],
        items: [item('talk')],
        escalations: [escalation('care', { entry: [on('talk.start')], in: { 'share.team': fact('share.team') } })],
      }),
      { 'share.team': 'yes' },
    );
    parent.do(withdraw);
    expect(parent.last.effects).toMatchObject([{ type: 'mirror', escalation: 'care', values: { 'share.team': 'no' } }]);
    const child = new Walk(small({ kind: 'escalation', fields: [consent], items: [team(), advice] }), {
      'share.team': 'yes',
    });
    child.do({ type: 'mirror', source: 'parent', revision: 3, values: { 'share.team': 'no' } });
    expect(child.state.outcomes['team']).toBe('revoked');
    expect(child.refused({ type: 'mirror', source: 'parent', revision: 2, values: { 'share.team': 'yes' } })).toBe(
      'stale',
    );
  });
});

describe('suspension and clocks', () => {
  const template = small({
    fields: [field('stay.leaveOn', 'date')],
    items: [
      item('work'),
      item('reminder', { kind: 'timer', timer: { after: { iso: 'P7D' } } }),
      item('letter', { kind: 'timer', timer: { at: ['-', fact('stay.leaveOn'), ['days', ['literal', 28]]] } }),
      item('eightWeeks', { kind: 'timer', timer: { after: { iso: 'P2W' }, statutory: true } }),
      item('bound', { kind: 'milestone', entry: [on('eightWeeks.occur')] }),
    ],
  });
  test('W18 twenty days of rest move lengths, but neither dates nor the law', () => {
    const walk = new Walk(template, { 'stay.leaveOn': '2026-03-02' });
    const at = (clock: string) => walk.state.deadlines[clock]?.at;
    const [reminder, letter, statutory] = [at('reminder/occur')!, at('letter/occur'), at('eightWeeks/occur')!];
    expect([reminder, statutory]).toEqual(['2026-01-12T23:00:00.000Z', '2026-01-19T23:00:00.000Z']);
    walk.do({ type: 'suspend', reason: 'illness', by: 'm' });
    expect(walk.refused({ type: 'timer', clock: 'reminder/occur' }, reminder)).toBe('suspended');
    walk.do({ type: 'timer', clock: 'eightWeeks/occur' }, statutory);
    expect(walk.state.items).toMatchObject({ eightWeeks: 'completed', bound: 'available' });
    walk.do({ type: 'resume', by: 'm' }, later(20));
    expect([at('reminder/occur'), at('letter/occur')]).toEqual(['2026-02-01T23:00:00.000Z', letter]);
    expect(walk.state.items['bound']).toBe('completed');
  });
  test('W19 a timer that comes before its moved deadline is early', () => {
    const walk = new Walk(template)
      .do({ type: 'suspend', reason: 'r', by: 'm' })
      .do({ type: 'resume', by: 'm' }, later(5));
    expect(walk.refused({ type: 'timer', clock: 'reminder/occur' }, '2026-01-12T23:00:00.000Z')).toBe('early');
  });
  test('W20 what is typed in on Monday happened on Friday', () => {
    const walk = new Walk(
      small({
        items: [
          item('visit'),
          item('next', { entry: [on('visit.complete')], due: { after: { iso: 'P1D' } } }),
          item('chase', { entry: [on('next.overdue')] }),
        ],
      }),
    );
    walk.at('2026-01-12T09:00:00.000Z').submit('visit', {}, { happenedOn: '2026-01-09' });
    expect(walk.state.date['visit']).toBe('2026-01-09');
    expect(walk.state.deadlines['next/overdue']).toMatchObject({ at: '2026-01-10T23:00:00.000Z', fired: true });
    expect(walk.state.items['chase']).toBe('active');
    expect(walk.refused({ type: 'submit', item: 'chase', values: {}, by: 'm', happenedOn: '2027-01-01' })).toBe(
      'badValue',
    );
  });
});

describe('correction', () => {
  const tenure = oneOf('dwelling.tenure', 'tenant', 'owner');
  const table = {
    id: 'who',
    hitPolicy: 'UNIQUE',
    inputs: [fact('dwelling.tenure')],
    outputs: ['money.due'],
    rules: [
      { id: 'owner', when: [['compare', '==', 'owner']], then: [['literal', false]] },
      { id: 'tenant', when: [['compare', '==', 'tenant']], then: [['literal', true]] },
    ],
  } as const;
  test('W21 tables run again, latches are looked at, what rests on it is listed', () => {
    const walk = new Walk(
      small({
        fields: [tenure, field('money.due', 'boolean')],
        forms: [form('survey', 'dwelling.tenure')],
        decisions: [table],
        items: [
          stage('consent', { entry: [when(isFact('dwelling.tenure', 'tenant'), 'survey.complete')] }),
          item('ask', { parent: 'consent' }),
          item('survey', { form: 'survey' }),
          item('contribution', { kind: 'decisionTask', decision: 'who', entry: [on('survey.complete')] }),
          item('ownerContract', { entry: [when(isFact('dwelling.tenure', 'owner'), 'survey.complete')] }),
          item('other'),
        ],
      }),
    )
      .submit('survey', { 'dwelling.tenure': 'owner' })
      .submit('ownerContract');
    expect(walk.state.facts['money.due']).toBe(false);
    walk.do({ type: 'correct', values: { 'dwelling.tenure': 'tenant' }, reason: 'mistake', by: 'm' });
    expect(walk.state.facts['money.due']).toBe(true);
    expect(walk.state.items).toMatchObject({ consent: 'active', ownerContract: 'completed' });
    expect(walk.log()).toContain('ownerContract.restsOn');
    expect(walk.refused({ type: 'correct', values: { 'money.due': false }, reason: 'r', by: 'm' })).toBe('badValue');
  });
  test('W22 a correction undoes nothing; reopen is the way back while an occurrence is left', () => {
    const walk = new Walk(
      small({
        fields: [oneOf('contact.reached', 'yes', 'no')],
        forms: [form('f', 'contact.reached')],
        items: [
          stage('announce', {
            complete: [when(isFact('contact.reached', 'yes'))],
            repeat: { while: ['literal', false], max: 2 },
          }),
          item('attempt', { parent: 'announce', form: 'f' }),
          item('rest'),
        ],
      }),
    ).submit('attempt', { 'contact.reached': 'yes' });
    walk.do({ type: 'correct', values: { 'contact.reached': 'no' }, reason: 'r', by: 'm' });
    expect(walk.state.items['announce']).toBe('completed');
    expect(walk.log()).toContain('announce.restsOn');
    expect(walk.do({ type: 'reopen', item: 'announce', by: 'm' }).state.items).toMatchObject({
      'announce#2': 'active',
      'attempt#2': 'active',
    });
    walk.submit('attempt#2', { 'contact.reached': 'yes' });
    expect(walk.refused({ type: 'reopen', item: 'announce#2', by: 'm' })).toBe('noOccurrenceLeft');
  });
  test('W23 a field that changed since the form was opened refuses the whole submission', () => {
    const walk = new Walk(
      small({
        fields: [field('a.x', 'integer'), field('a.y', 'integer')],
        forms: [form('f', 'a.x', 'a.y')],
        items: [item('one', { form: 'f' }), item('two', { form: 'f' })],
      }),
    );
    walk.submit('one', { 'a.x': 1, 'a.y': 1 });
    const second = { type: 'submit', item: 'two', by: 'm', seen: { 'a.x': null, 'a.y': 1 } } as const;
    expect(walk.refused({ ...second, values: { 'a.x': 2 } })).toBe('factChanged');
    expect(walk.refused({ ...second, values: { 'a.y': 3 } })).toBe('accepted');
  });
  test('W24 complete comes before an entry that the same event opens', () => {
    const walk = new Walk(
      small({
        items: [
          stage('path', { complete: [on('court.complete')] }),
          item('court', { parent: 'path' }),
          item('accompanied', { parent: 'path', entry: [on('court.complete')] }),
          item('x'),
        ],
      }),
    ).submit('court');
    expect(walk.state.items).toMatchObject({ path: 'completed', accompanied: 'terminated' });
  });
  test('undo gives the state before, but for revision and time, within ten seconds', () => {
    const walk = new Walk(small({ items: [item('a'), item('b')] }));
    const { items } = walk.state;
    walk.submit('a');
    expect(walk.refused({ type: 'undo', by: 'm' }, '2026-01-05T08:00:11.000Z')).toBe('late');
    walk.do({ type: 'undo', by: 'm' }, '2026-01-05T08:00:09.000Z');
    expect([walk.state.items, walk.state.revision, walk.state.before]).toEqual([items, 2, undefined]);
    expect(walk.refused({ type: 'undo', by: 'm' })).toBe('late');
    void DAY0;
  });
});
