import { describe, expect, test } from '@jest/globals';
import { Walk, field, form, isFact, item, on, small, stage, when } from './testing/small.js';

const journey = small({
  fields: [field('consent.tenant', 'boolean')],
  forms: [form('talk', 'consent.tenant')],
  items: [
    stage('meet'),
    item('talk', { parent: 'meet', form: 'talk', due: { after: { iso: 'P10D' }, in: 'workingDays' } }),
    stage('work', { entry: [when(isFact('consent.tenant', true), 'meet.complete')] }),
    item('visit', { parent: 'work' }),
    item('agreed', { kind: 'milestone', entry: [when(isFact('consent.tenant', true))] }),
  ],
});

describe('a small journey', () => {
  test('walks to its end', () => {
    const walk = new Walk(journey);
    expect(walk.state.items).toEqual({ meet: 'active', work: 'available', agreed: 'available', talk: 'active' });
    expect(walk.state.deadlines['talk/overdue']?.at).toBe('2026-01-19T23:00:00.000Z');
    walk.submit('talk', { 'consent.tenant': true });
    expect(walk.state.items['work']).toBe('active');
    expect(walk.log()).toEqual(['talk.complete', 'agreed.occur', 'meet.complete', 'work.start', 'visit.start']);
    walk.submit('visit');
    expect(walk.state.ended).toBe(walk.now);
    expect(walk.refused({ type: 'submit', item: 'visit', values: {}, by: 'm' })).toBe('caseEnded');
    void on;
  });
  test('refuses with a code, and changes nothing', () => {
    const walk = new Walk(journey);
    expect(walk.refused({ type: 'submit', item: 'talk', values: {}, by: 'm' })).toBe('missingAnswer');
    expect(walk.refused({ type: 'submit', item: 'talk', values: { 'consent.tenant': 'maybe' }, by: 'm' })).toBe(
      'badValue',
    );
    expect(walk.refused({ type: 'submit', item: 'visit', values: {}, by: 'm' })).toBe('notEnabled');
    expect(walk.refused({ type: 'timer', clock: 'talk/overdue' })).toBe('early');
    expect(walk.refused({ type: 'timer', clock: 'nothing/overdue' })).toBe('late');
  });
});
