/** The hard cases W25–W44: life events, allocations, letters, tallies, calendars, versions. */
import { describe, expect, test } from '@jest/globals';
import { step } from './step.js';
import type { Item, Template } from './types.js';
import {
  Walk,
  calendar,
  escalation,
  fact,
  field,
  form,
  isFact,
  item,
  not,
  on,
  oneOf,
  small,
  stage,
  when,
} from './testing/small.js';

const guest = (part: Partial<Item> = {}): Item =>
  item('guest', {
    kind: 'allocationTask',
    pool: 'guests',
    period: { from: fact('stay.leaveOn'), until: fact('stay.returnOn') },
    hold: { iso: 'P5D' },
    release: 'keysBack.complete',
    ...part,
  });
const stay = { fields: [field('stay.leaveOn', 'date'), field('stay.returnOn', 'date')] };
const dates = { 'stay.leaveOn': '2026-03-02', 'stay.returnOn': '2026-04-02' };
const project = (milestones: readonly string[], revision = 1) =>
  ({ type: 'project', source: 'p', revision, facts: {}, milestones }) as const;

describe('life goes on', () => {
  test('W25 two items that start each other stop at their bound', () => {
    const pair = small({
      items: [
        item('a', { entry: [on('go.complete'), on('b.complete')], repeat: { max: 3 } }),
        item('b', { entry: [on('a.complete')], repeat: { max: 3 } }),
        item('go'),
      ],
    });
    const walk = new Walk(pair).submit('go');
    for (const key of ['a', 'b', 'a#2', 'b#2', 'a#3', 'b#3']) walk.submit(key);
    expect(walk.state.ended).toBeDefined();
    expect(walk.state.count).toEqual({ a: 3, b: 3, go: 1 });
  });
  test('W26 the lease ends: the reservation comes free, escalations hear it and go on', () => {
    const template = small({
      ...stay,
      exit: [on('death.leaseEnds')],
      items: [guest(), item('keysBack')],
      escalations: [escalation('death', { manualActivation: true }), escalation('care', { manualActivation: true })],
    });
    const walk = new Walk(template, dates)
      .do({ type: 'start', item: 'death', by: 'm' })
      .do({ type: 'start', item: 'care', by: 'm' });
    walk
      .do({ type: 'allocation', item: 'guest', report: 'reserved' })
      .do({ type: 'allocation', item: 'guest', report: 'confirmed' });
    walk.do({ type: 'milestone', escalation: 'death', source: 'd', revision: 1, milestones: ['leaseEnds'] });
    expect(walk.effects()).toEqual(expect.arrayContaining(['release', 'parentEnded']));
    expect(walk.state.escalations['care']?.open).toBe(true);
  });
  test('W27 both must agree, one lease counts once, refusal escalates once', () => {
    const both = ['consent.tenant', 'consent.coTenant'];
    const template = small({
      fields: both.map((path) => oneOf(path, 'agreed', 'refused')),
      forms: both.map((path) => form(path, path)),
      countedBy: { 'project/agreed': ['milestone', 'agreed'] },
      items: [
        item('one', { form: both[0]! }),
        item('two', { form: both[1]! }),
        item('agreed', {
          kind: 'milestone',
          entry: [when(['&&', isFact(both[0]!, 'agreed'), isFact(both[1]!, 'agreed')])],
        }),
        item('rest'),
      ],
      escalations: [escalation('refusal', { entry: both.map((path) => when(isFact(path, 'refused'))) })],
    });
    const walk = new Walk(template)
      .submit('one', { 'consent.tenant': 'agreed' })
      .submit('two', { 'consent.coTenant': 'refused' });
    expect([walk.state.tallies['project/agreed'], walk.state.escalations['refusal']?.started]).toEqual([false, 1]);
  });
  test('W28 another dwelling is a correction', () => {
    const walk = new Walk(
      small({ fields: [field('dwelling.unit', 'reference', { to: 'dwelling' })], items: [item('a')] }),
      { 'dwelling.unit': 'one' },
    );
    expect(
      walk.do({ type: 'correct', values: { 'dwelling.unit': 'two' }, reason: 'moved', by: 'm' }).state.facts[
        'dwelling.unit'
      ],
    ).toBe('two');
  });
  test('W29 a stopped project ends what encloses; a late household exits at once, works go on', () => {
    const template = small({
      items: [stage('before', { exit: [on('project.stopped')] }), item('ask', { parent: 'before' }), item('works')],
    });
    expect(new Walk(template).do(project(['stopped'])).state.items).toEqual({
      before: 'terminated',
      ask: 'terminated',
      works: 'active',
    });
    const late = new Walk(template, {}, { project: { source: 'p', revision: 1, facts: {}, milestones: ['stopped'] } });
    expect(late.state.items).toEqual({ before: 'terminated', works: 'active' });
  });
  test('W30 the quorum is a milestone and stays when the tally falls', () => {
    const walk = new Walk(
      small({
        kind: 'project',
        publish: ['quorum', 'tally.agreed'],
        tallies: { agreed: { id: 'agreed', of: 'base/x@^1', where: ['literal', true] } },
        items: [
          item('run'),
          item('quorum', {
            kind: 'milestone',
            entry: [when(['>=', ['*', ['tally', 'agreed'], ['literal', 10]], ['literal', 820]])],
          }),
        ],
      }),
    );
    expect(walk.do({ type: 'tally', tally: 'agreed', count: 82, number: 7 }).effects()).toEqual(['publish']);
    expect(walk.do({ type: 'tally', tally: 'agreed', count: 81, number: 8 }).state.items['quorum']).toBe('completed');
    expect(walk.refused({ type: 'tally', tally: 'agreed', count: 90, number: 8 })).toBe('stale');
  });
  test('W31 a letter returned later changes the outcome, so an edge can react; proof waits for delivery', () => {
    const letter = (proof: 'none' | 'delivered') => item('letter', { kind: 'letterTask', letter: 'l', proof });
    const visit = item('visit', { entry: [when(['==', ['outcome', 'letter'], ['literal', 'returned']])] });
    const sent = { type: 'letter', item: 'letter', report: 'sent' } as const;
    const walk = new Walk(small({ items: [letter('none'), visit] })).do(sent);
    expect(walk.state.outcomes['letter']).toBe('sent');
    expect(walk.do({ ...sent, report: 'returned' }).state.items['visit']).toBe('active');
    const proven = new Walk(small({ items: [letter('delivered'), visit] })).do(sent);
    expect(proven.state.items['letter']).toBe('active');
    expect(proven.do({ ...sent, report: 'delivered', happenedOn: '2026-01-05' }).state.outcomes['letter']).toBe(
      'delivered',
    );
  });
  test('W32 a refused first survey leaves the second to be offered', () => {
    const survey = (id: string, part: Partial<Item> = {}) =>
      item(id, { kind: 'surveyTask', window: { iso: 'P20D' }, ...part });
    const walk = new Walk(small({ items: [survey('one'), survey('two', { entry: [on('one.complete')] })] })).do({
      type: 'survey',
      item: 'one',
      report: 'refused',
    });
    expect([walk.state.outcomes['one'], walk.state.waiting['two']]).toEqual(['refused', 'offered']);
    expect(
      walk.do({ type: 'timer', clock: 'two/window' }, walk.state.deadlines['two/window']!.at).state.outcomes['two'],
    ).toBe('lapsed');
  });
  const housing = small({
    ...stay,
    items: [
      stage('prepare'),
      guest({ parent: 'prepare' }),
      item('keysBack', { entry: [on('prepare.complete')] }),
      item('conflictTask', { entry: [when(['==', ['outcome', 'guest'], ['literal', 'conflict']])] }),
    ],
  });
  const housed = () =>
    new Walk(housing, dates)
      .do({ type: 'allocation', item: 'guest', report: 'reserved' })
      .do({ type: 'allocation', item: 'guest', report: 'confirmed' });
  test('W33 a confirmed reservation outlives its stage until the keys are back', () => {
    const walk = housed();
    expect(walk.state.items['prepare']).toBe('completed');
    expect(walk.effects()).not.toContain('release');
    expect(walk.submit('keysBack').effects()).toContain('release');
  });
  test('W34 a later return rebooks; a conflict is heard', () => {
    const walk = housed().do({ type: 'correct', values: { 'stay.returnOn': '2026-04-16' }, reason: 'delay', by: 'm' });
    expect(walk.last.effects).toMatchObject([{ type: 'rebook', period: { from: '2026-03-02', until: '2026-04-16' } }]);
    expect(walk.do({ type: 'allocation', item: 'guest', report: 'conflict' }).state.items['conflictTask']).toBe(
      'active',
    );
  });
  test('an unconfirmed hold lapses', () => {
    const walk = new Walk(housing, dates).do({ type: 'allocation', item: 'guest', report: 'reserved' });
    walk.do({ type: 'timer', clock: 'guest/hold' }, walk.state.deadlines['guest/hold']!.at);
    expect([walk.state.outcomes['guest'], walk.effects()]).toEqual(['lapsed', ['release']]);
  });
});

describe('calendars, versions, bounds', () => {
  test('W35 an extra holiday moves deadlines, statutory ones only later', () => {
    const extra = { ...calendar, hash: 'calendar-2', holidays: ['2026-01-06', ...calendar.holidays] };
    const template = small({
      calendars: { [calendar.hash]: calendar, 'calendar-2': extra },
      items: [
        item('a', { due: { after: { iso: 'P2D' }, in: 'workingDays' } }),
        item('b', { kind: 'timer', timer: { after: { iso: 'P1D' }, statutory: true } }),
      ],
    });
    const walk = new Walk(template).do({ type: 'recalendar', calendar: 'calendar-2' });
    expect(walk.state.deadlines['a/overdue']?.at).toBe('2026-01-08T23:00:00.000Z');
    expect(walk.state.deadlines['b/occur']?.at).toBe('2026-01-07T23:00:00.000Z');
    expect(walk.do({ type: 'recalendar', calendar: calendar.hash }).state.deadlines['b/occur']?.at).toBe(
      '2026-01-07T23:00:00.000Z',
    );
  });
  test('W36 a new version: new items begin only in what is still active, with look-back', () => {
    const items = [
      stage('past'),
      item('a', { parent: 'past' }),
      stage('present', { entry: [on('past.complete')] }),
      item('b', { parent: 'present' }),
    ];
    const old = small({ items });
    const next: Template = {
      ...small({
        items: [
          ...items,
          item('c', { parent: 'past' }),
          item('d', { parent: 'present', entry: [on('past.complete')] }),
        ],
      }),
      version: '2.0.0',
      hash: 'h2',
    };
    const { state } = new Walk(old).submit('a');
    const done = step(
      next,
      state,
      { type: 'migrate', template: { name: 'small', version: '2.0.0', hash: 'h2' } },
      state.now,
    );
    expect(done.accepted && done.state.items).toEqual({
      past: 'completed',
      a: 'completed',
      present: 'active',
      b: 'active',
      d: 'active',
    });
  });
  test('W37 a result that outlives the case is recorded, and writes nothing', () => {
    const walk = new Walk(
      small({
        fields: [field('a.x', 'integer')],
        items: [item('a')],
        escalations: [escalation('care', { manualActivation: true, out: { 'a.x': 'b.x' } })],
      }),
    );
    walk.do({ type: 'start', item: 'care', by: 'm' }).submit('a');
    walk.do({
      type: 'result',
      escalation: 'care',
      source: 'c',
      revision: 1,
      end: 'complete',
      values: { 'b.x': 1 },
      milestones: [],
    });
    expect([walk.log(), walk.state.facts]).toEqual([['care.lateResult'], {}]);
  });
  test('W38 one escalation per domain, each one at a time', () => {
    const domains = ['health', 'finance'];
    const walk = new Walk(
      small({
        fields: [field('signals.domains', 'multiEnum', { values: domains.map((id) => ({ id })) })],
        forms: [form('f', 'signals.domains')],
        items: [item('talk', { form: 'f', repeat: { max: 3 } })],
        escalations: domains.map((id) =>
          escalation(id, { entry: [when(['in', ['literal', id], fact('signals.domains')])] }),
        ),
      }),
    ).submit('talk', { 'signals.domains': ['health'] });
    expect(Object.keys(walk.state.escalations)).toEqual(['health']);
    expect(Object.keys(walk.submit('talk#2', { 'signals.domains': ['health', 'finance'] }).state.escalations)).toEqual([
      'health',
      'finance',
    ]);
  });
  test('W39 a latch that came while the item was busy counts once', () => {
    const walk = new Walk(
      small({
        items: [
          item('month', { repeat: { max: 9 } }),
          item('meeting', { entry: [on('month.complete')], repeat: { max: 9 } }),
        ],
      }),
    );
    walk.submit('month').submit('month#2').submit('month#3').submit('meeting');
    expect(walk.state.items['meeting#2']).toBe('active');
    expect(walk.submit('meeting#2').state.items['meeting#3']).toBe('available');
  });
  test('W40 unknown never closes; already true ends the stage before a child starts', () => {
    const template = small({
      fields: [field('signals.clutter', 'integer')],
      items: [
        stage('s', { complete: [when(['<', fact('signals.clutter'), ['literal', 4]])] }),
        item('a', { parent: 's' }),
        item('rest'),
      ],
    });
    expect(new Walk(template).state.items['s']).toBe('active');
    expect(new Walk(template, { 'signals.clutter': 2 }).state.items).toMatchObject({ s: 'completed', a: 'terminated' });
  });
  test('W41 an ended household refuses the project', () => {
    expect(new Walk(small({ items: [item('a')] })).submit('a').refused(project(['quorum']))).toBe('caseEnded');
  });
  test('W42 an escalation does not end with the stage that raised it', () => {
    const walk = new Walk(
      small({
        items: [stage('s'), item('a', { parent: 's' }), item('rest')],
        escalations: [escalation('care', { entry: [on('a.start')] })],
      }),
    ).submit('a');
    expect([walk.state.items['s'], walk.state.escalations['care']?.open]).toEqual(['completed', true]);
  });
  test("W43 the sender's calendar rules a partner's clock", () => {
    const walk = new Walk(
      small({ items: [item('p', { kind: 'partnerTask', partner: 'x', resolveWithin: { workdays: ['literal', 1] } })] }),
      {},
    );
    walk.do({ type: 'suspend', reason: 'r', by: 'm' }).do({ type: 'resume', by: 'm' });
    expect(walk.state.deadlines['p/resolve']?.at).toBe('2026-01-06T23:00:00.000Z');
    const before = new Walk(
      small({
        items: [
          item('a'),
          item('p', {
            kind: 'partnerTask',
            partner: 'x',
            entry: [on('a.complete')],
            resolveWithin: { workdays: ['literal', 1] },
          }),
        ],
      }),
    );
    expect(before.at('2026-04-02T08:00:00.000Z').submit('a').state.deadlines['p/resolve']?.at).toBe(
      '2026-04-07T22:00:00.000Z',
    );
  });
  test('W44 a published fact bounds the loop below its max', () => {
    const loop = item('talk', { repeat: { while: ['<', ['count', 'talk'], ['project', 'plan.talks']], max: 9 } });
    const walk = new Walk(
      small({ items: [loop] }),
      {},
      { project: { source: 'p', revision: 1, facts: { 'plan.talks': 2 }, milestones: [] } },
    );
    expect(walk.submit('talk').submit('talk#2').state.ended).toBeDefined();
    void not;
  });
});
