import { describe, expect, test } from '@jest/globals';
import {
  addDays,
  addMonths,
  addWorkdays,
  dayOf,
  dayStart,
  extendStatutory,
  instantOf,
  isDay,
  isExtended,
  readTerm,
  weekday,
} from './instant.js';
import { begin, nextDeadline, step } from './index.js';
import { DAY0, Walk, accepted, calendar, form, field, isFact, item, on, small, when } from './testing/small.js';

describe('calendar sums', () => {
  test('a month without that day ends on its last day', () =>
    expect([addMonths('2026-01-31', 1), addMonths('2028-01-31', 1), addMonths('2026-03-31', -1)]).toEqual([
      '2026-02-28',
      '2028-02-29',
      '2026-02-28',
    ]));
  test('days know their weekday over a year end', () =>
    expect([addDays('2025-12-31', 1), weekday('2026-01-05'), weekday('2026-01-04')]).toEqual(['2026-01-01', 1, 7]));
  test('working days pass over weekends, holidays and closed days', () =>
    expect(addWorkdays(calendar, '2026-04-02', 2)).toBe('2026-04-08'));
  test('a day of 23 hours starts and ends at midnight', () => {
    expect(instantOf(dayStart(calendar, '2026-03-29'))).toBe('2026-03-28T23:00:00.000Z');
    expect(instantOf(dayStart(calendar, '2026-03-30'))).toBe('2026-03-29T22:00:00.000Z');
    expect(dayOf(calendar, Date.parse('2026-03-29T21:59:59.999Z'))).toBe('2026-03-29');
  });
  test.each([
    ['2026-02-29', false],
    ['2028-02-29', true],
    ['2026-2-1', false],
  ])('%s is a day: %s', (day, result) => expect(isDay(day)).toBe(result));
  test('a statutory term that ends on Good Friday (only closed here) ends then; on Easter Monday a day later', () => {
    expect(extendStatutory(calendar, '2026-04-03')).toBe('2026-04-03');
    expect(extendStatutory(calendar, '2026-04-04')).toBe('2026-04-07');
  });
  test.each([
    ['P8W', true],
    ['P12W', true],
    ['P13W', false],
    ['P90D', true],
    ['P91D', false],
    ['P3M', true],
    ['P4M', false],
    ['P1Y', false],
    ['PT48H', false],
  ])('Algemene termijnenwet: %s is extended: %s', (iso, result) =>
    expect(isExtended(iso, readTerm(iso)!)).toBe(result),
  );
});

describe('time in a case', () => {
  test('a scaled case falls due at a real instant', () => {
    const template = small({ items: [item('a', { kind: 'timer', timer: { after: { iso: 'PT10H' } } }), item('b')] });
    const { state } = new Walk(template, {}, { timeScale: 0.001 });
    expect(nextDeadline(state)).toEqual({ clock: 'a/occur', at: '2026-01-05T08:00:36.000Z' });
    expect(step(template, state, { type: 'timer', clock: 'a/occur' }, '2026-01-05T08:00:35.000Z')).toMatchObject({
      refusals: [{ code: 'early' }],
    });
    expect(step(template, state, { type: 'timer', clock: 'a/occur' }, '2026-01-05T08:00:36.000Z').accepted).toBe(true);
  });
  test('a repeated timer counts from the day its predecessor fell due', () => {
    const walk = new Walk(
      small({
        items: [item('month', { kind: 'timer', timer: { after: { iso: 'P1M' } }, repeat: { max: 3 } }), item('b')],
      }),
    );
    expect(walk.state.deadlines['month/occur']?.at).toBe('2026-02-05T23:00:00.000Z');
    walk.do({ type: 'timer', clock: 'month/occur' }, '2026-02-07T12:00:00.000Z');
    expect(walk.state.deadlines['month#2/occur']?.at).toBe('2026-03-05T23:00:00.000Z');
  });
  test('a case taken over has its past at its own dates, and sends nothing for it', () => {
    const template = small({
      items: [
        item('notice'),
        item('rest'),
        item('letter', { kind: 'letterTask', letter: 'l', entry: [on('notice.complete')] }),
        item('eight', { kind: 'timer', entry: [on('letter.complete')], timer: { after: { iso: 'P8W' } } }),
        item('bound', { kind: 'milestone', entry: [on('eight.occur')] }),
      ],
    });
    const history = [
      { event: { type: 'submit', item: 'notice', values: {}, by: 'import' } as const, on: '2025-11-03' },
      { event: { type: 'letter', item: 'letter', report: 'sent' } as const, on: '2025-11-04' },
    ];
    const done = accepted(begin(template, {}, history, '2026-01-05T08:00:00.000Z', { calendar: calendar.hash }));
    expect([
      done.state.revision,
      done.state.date['letter'],
      done.state.date['eight'],
      done.state.items['bound'],
    ]).toEqual([0, '2025-11-04', '2025-12-31', 'completed']);
    expect(done.effects).toEqual([]);
    const refused = begin(template, {}, [history[1]!], DAY0, { calendar: calendar.hash });
    expect(refused).toMatchObject({ accepted: false, refusals: [{ code: 'notEnabled' }] });
  });
});

test('a journey of rent arrears runs on the same engine', () => {
  const arrears = small({
    fields: [field('arrears.paid', 'boolean')],
    forms: [form('visit', 'arrears.paid')],
    complete: [when(isFact('arrears.paid', true)), on('court.complete')],
    items: [
      item('reminder', { kind: 'letterTask', letter: 'reminder' }),
      item('visit', {
        entry: [on('reminder.complete')],
        form: 'visit',
        due: { after: { iso: 'P14D' } },
        repeat: { while: isFact('arrears.paid', false), max: 2 },
      }),
      item('court', { entry: [on('visit.exhausted')] }),
    ],
  });
  const walk = new Walk(arrears)
    .do({ type: 'letter', item: 'reminder', report: 'sent' })
    .submit('visit', { 'arrears.paid': false });
  expect(walk.submit('visit#2', { 'arrears.paid': true }).state.ended).toBeDefined();
});
