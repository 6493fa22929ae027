/** The hard cases W1–W13: latches, look-back, repetition, holds. */
import { describe, expect, test } from '@jest/globals';
import type { Item } from './types.js';
import {
  Walk,
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

const heard = (milestones: readonly string[], revision = 1) =>
  ({ type: 'project', source: 'p', revision, facts: {}, milestones }) as const;
const agree = {
  fields: [oneOf('consent.tenant', 'open', 'agreed', 'refused')],
  forms: [form('ask', 'consent.tenant')],
};
const reach = {
  fields: [oneOf('contact.reached', 'yes', 'no')],
  forms: [form('attempt', { field: 'contact.reached', optional: true })],
};
const looping = (part: Partial<Item> = {}) =>
  item('attempt', {
    form: 'attempt',
    repeat: { while: ['!=', fact('contact.reached'), ['literal', 'yes']], max: 3 },
    ...part,
  });

describe('hard cases of entry', () => {
  const moving = small({
    ...agree,
    items: [
      stage('consent'),
      item('ask', { parent: 'consent', form: 'ask' }),
      stage('move', { entry: [when(isFact('consent.tenant', 'agreed'), 'project.quorum')] }),
      item('pack', { parent: 'move' }),
    ],
  });
  test('W1 quorum first, agreement later: the step of the agreement starts it', () => {
    const walk = new Walk(moving).do(heard(['quorum']));
    expect(walk.state.items['move']).toBe('available');
    expect(walk.submit('ask', { 'consent.tenant': 'agreed' }).state.items['move']).toBe('active');
  });
  test('W2 what the project had published before the case began is looked back at', () => {
    const project = { source: 'p', revision: 4, facts: {}, milestones: ['quorum'] };
    const walk = new Walk(moving, {}, { project }).submit('ask', { 'consent.tenant': 'agreed' });
    expect(walk.state.items['move']).toBe('active');
    expect(walk.refused(heard([], 4))).toBe('stale');
    const late = new Walk(
      small({
        items: [
          item('first'),
          stage('consent', { entry: [on('first.complete')] }),
          item('proposal', { parent: 'consent', entry: [on('project.final')] }),
        ],
      }),
    );
    expect(late.do(heard(['final'])).submit('first').state.items['proposal']).toBe('active');
  });
  test('W3 both ready sentries are consumed by one start; re-entry looks back at outer events only', () => {
    const walk = new Walk(
      small({
        items: [
          item('a'),
          stage('work', { repeat: { max: 2 } }),
          item('prepare', {
            parent: 'work',
            entry: [on('a.complete'), on('a.terminate', 'a.complete'), on('b.complete')],
          }),
          item('b', { parent: 'work' }),
        ],
      }),
    ).submit('a');
    expect(walk.state.latches['prepare/entry/0/0']).toBeUndefined();
    walk.submit('b').submit('prepare');
    expect(walk.state.items).toMatchObject({ 'work#2': 'active', 'prepare#2': 'active', 'b#2': 'active' });
    expect(walk.state.happened['b.complete']).toBeUndefined();
    expect(walk.state.latches['prepare/entry/2/0']).toBeUndefined();
  });
  test('W4 the last occurrence completes and is exhausted in one transition; the escalation starts first', () => {
    const walk = new Walk(
      small({
        ...reach,
        items: [
          stage('announce', { complete: [when(isFact('contact.reached', 'yes'))] }),
          looping({
            parent: 'announce',
            repeat: { while: isFact('contact.reached', 'no'), max: 3, every: { iso: 'P3D' } },
          }),
          stage('meet', { entry: [on('announce.complete')] }),
          item('talk', { parent: 'meet' }),
          item('other', { entry: [on('attempt.exhausted')] }),
        ],
        escalations: [
          escalation('noContact', { entry: [on('attempt.exhausted')], out: { 'contact.reached': 'child.reached' } }),
        ],
      }),
    ).submit('attempt', { 'contact.reached': 'no' });
    expect(walk.state.items['attempt#2']).toBe('available');
    walk
      .do({ type: 'timer', clock: 'attempt#2/every' }, walk.state.deadlines['attempt#2/every']!.at)
      .submit('attempt#2', { 'contact.reached': 'no' });
    walk
      .do({ type: 'timer', clock: 'attempt#3/every' }, walk.state.deadlines['attempt#3/every']!.at)
      .submit('attempt#3', { 'contact.reached': 'no' });
    expect(walk.log().slice(0, 4)).toEqual([
      'attempt#3.complete',
      'attempt#3.exhausted',
      'noContact.start',
      'other.start',
    ]);
    expect(walk.state.items['announce']).toBe('active');
    walk.do({
      type: 'result',
      escalation: 'noContact',
      source: 'e',
      revision: 9,
      end: 'complete',
      values: { 'child.reached': 'yes' },
      milestones: [],
    });
    expect(walk.state.items).toMatchObject({ announce: 'completed', talk: 'active' });
  });
  test('W5 an unknown answer repeats at most max times, then is exhausted', () => {
    const walk = new Walk(small({ ...reach, items: [looping()] }))
      .submit('attempt')
      .submit('attempt#2')
      .submit('attempt#3');
    expect(walk.log()).toContain('attempt#3.exhausted');
    expect(walk.state.ended).toBeDefined();
  });
  test('W6 an occurrence of a repeated item is heard each time', () => {
    const walk = new Walk(
      small({ items: [item('talk', { repeat: { max: 3 } }), item('route', { entry: [on('talk.complete')] })] }),
    ).submit('talk');
    expect(walk.state.items).toMatchObject({ 'talk#2': 'active', route: 'active' });
  });
  test('W7 each occurrence has its own due date', () => {
    const walk = new Walk(small({ items: [item('ask', { due: { after: { iso: 'P7D' } }, repeat: { max: 2 } })] }))
      .at('2026-01-08T08:00:00.000Z')
      .submit('ask');
    expect(Object.keys(walk.state.deadlines)).toEqual(['ask#2/overdue']);
    expect(walk.state.deadlines['ask#2/overdue']?.at).toBe('2026-01-15T23:00:00.000Z');
  });
  test('W8 a required condition counts unless it is false', () => {
    const template = small({
      fields: [oneOf('stay.mode', 'home', 'guest')],
      forms: [form('plan', { field: 'stay.mode', optional: true })],
      items: [
        stage('prepare'),
        item('plan', { parent: 'prepare', form: 'plan' }),
        item('guest', {
          parent: 'prepare',
          entry: [when(isFact('stay.mode', 'guest'), 'plan.complete')],
          required: isFact('stay.mode', 'guest'),
        }),
      ],
    });
    expect(new Walk(template).submit('plan', { 'stay.mode': 'home' }).state.items['prepare']).toBe('completed');
    expect(new Walk(template).submit('plan').state.items['prepare']).toBe('active');
  });
  test('W9 a discretionary task holds only while active, and ends with a stage that has complete', () => {
    const template = (complete: boolean) =>
      small({
        ...agree,
        items: [
          stage('consent', complete ? { complete: [on('ask.complete')] } : {}),
          item('ask', { parent: 'consent', form: 'ask' }),
          item('extra', { parent: 'consent', manualActivation: true }),
        ],
      });
    const values = { 'consent.tenant': 'agreed' };
    expect(new Walk(template(false)).submit('ask', values).state.items).toMatchObject({
      consent: 'completed',
      extra: 'terminated',
    });
    const start = { type: 'start', item: 'extra', by: 'm' } as const;
    expect(new Walk(template(false)).do(start).submit('ask', values).state.items['consent']).toBe('active');
    const ended = new Walk(template(true)).do(start).submit('ask', values).state;
    expect([ended.items['extra'], ended.outcomes['extra']]).toEqual(['terminated', 'stopped']);
  });
  test('W10 a stage of discretionary children only stays open by its complete', () => {
    const walk = new Walk(
      small({
        items: [stage('s', { complete: [on('a.complete')] }), item('a', { parent: 's', manualActivation: true })],
      }),
    );
    expect(walk.state.items).toEqual({ s: 'active', a: 'enabled' });
  });
  const hoarding = (part: object = {}) =>
    escalation('hoarding', {
      entry: [when(['>=', fact('signals.clutter'), ['literal', 4]])],
      blocks: { works: 'spaceMade' },
      max: 2,
      ...part,
    });
  const clutter = {
    fields: [field('signals.clutter', 'integer')],
    forms: [form('survey', 'signals.clutter')],
    items: [
      item('survey', { form: 'survey', repeat: { max: 5 } }),
      stage('works', { entry: [on('survey.complete')] }),
      item('build', { parent: 'works' }),
    ],
  };
  const told = (milestones: readonly string[], revision: number) =>
    ({ type: 'milestone', escalation: 'hoarding', source: 'h', revision, milestones }) as const;
  test('W11 the answer that raises an escalation cannot start what it holds; the latch is kept', () => {
    const walk = new Walk(small({ ...clutter, escalations: [hoarding()] })).submit('survey', { 'signals.clutter': 7 });
    expect(walk.effects()).toContain('escalate');
    expect(walk.state.items['works']).toBe('available');
    expect(walk.do(told(['spaceMade'], 1)).state.items['works']).toBe('active');
  });
  test('W12 put back after cleaning and works, or when the parent ended; storage lasts until its event', () => {
    const template = small({
      kind: 'escalation',
      fields: [field('home.worksDone', 'boolean')],
      items: [
        item('cleaning'),
        item('storage', { kind: 'partnerTask', partner: 'storage', until: 'backCheck.complete' }),
        item('putBack', {
          entry: [when(isFact('home.worksDone', true), 'cleaning.complete'), on('cleaning.complete', 'parent.ended')],
        }),
        item('backCheck', { entry: [on('putBack.complete')] }),
      ],
    });
    const mirror = { type: 'mirror', source: 'parent', revision: 1, values: { 'home.worksDone': true } } as const;
    const walk = new Walk(template).submit('cleaning').do(mirror);
    expect(walk.state.items['putBack']).toBe('active');
    walk.submit('putBack').submit('backCheck');
    expect(walk.state.outcomes['storage']).toBe('done');
    expect(
      new Walk(template).submit('cleaning').do({ type: 'parentEnded', source: 'parent', revision: 2 }).state.items[
        'putBack'
      ],
    ).toBe('active');
  });
  test('W13 an edge that is still true does not fire again until it has been false', () => {
    const walk = new Walk(small({ ...clutter, escalations: [hoarding()] })).submit('survey', { 'signals.clutter': 7 });
    walk.do({
      type: 'result',
      escalation: 'hoarding',
      source: 'h',
      revision: 1,
      end: 'complete',
      values: {},
      milestones: [],
    });
    expect(walk.state.escalations['hoarding']?.open).toBe(false);
    walk.submit('survey#2', { 'signals.clutter': 8 });
    expect(walk.state.escalations['hoarding']?.started).toBe(1);
    walk.submit('survey#3', { 'signals.clutter': 1 }).submit('survey#4', { 'signals.clutter': 5 });
    expect(walk.state.escalations['hoarding']).toMatchObject({ open: true, started: 2, milestones: [] });
    void not;
  });
});
