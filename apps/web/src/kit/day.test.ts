import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readDay, shiftDay, showDay, today } from './day.js';

test.each([
  ['5-3-2026', '2026-03-05'],
  ['05-03-2026', '2026-03-05'],
  ['05/03/26', '2026-03-05'],
  ['05.03.2026', '2026-03-05'],
  ['05032026', '2026-03-05'],
  [' 2026-03-05 ', '2026-03-05'],
  ['29-02-2028', '2028-02-29'],
])('%s is the day %s', (typed, day) => {
  expect(readDay(typed)).toBe(day);
});

test.each(['', '31-02-2026', '29-02-2027', '03-13-2026', '00-01-2026', 'morgen', '5-3', '2026-3', '5-3-202'])(
  '“%s” is no day',
  (typed) => {
    expect(readDay(typed)).toBeUndefined();
  },
);

test('what is shown reads back as the same day, and a day further and back is the same day', () => {
  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(days, fc.integer({ min: -800, max: 800 }), (day, by) => {
      expect(readDay(showDay(day))).toBe(day);
      expect(shiftDay(shiftDay(day, by), -by)).toBe(day);
    }),
  );
});

test('today is the reader’s own, also just before midnight', () => {
  expect(today(new Date(2026, 10, 25, 23, 59))).toBe('2026-11-25');
});
