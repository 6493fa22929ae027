import { describe, expect, test } from '@jest/globals';
import { groupOf, inOrder, matches } from './groups.js';
import type { Row } from './groups.js';

const now = new Date(2026, 10, 25, 9, 0);
const row = (due: string | null, breachAt: string | null = null) => groupOf({ due, breachAt }, now);

describe('the groups of a day', () => {
  test('by last day, and late by the instant of the breach', () => {
    expect([row('2026-11-24'), row('2026-11-25'), row('2026-12-02'), row('2026-12-03'), row(null)]).toEqual([
      'late',
      'today',
      'week',
      'later',
      'later',
    ]);
    expect(row('2026-11-25', new Date(2026, 10, 25, 8).toISOString())).toBe('late');
  });
  test('search ignores accents and case, and wants every word', () => {
    const shown = {
      title: 'Eerste gesprek',
      household: { displayName: 'A. Yılmaz-Öztürk' },
      address: null,
    } as unknown as Row;
    expect(matches(shown, 'OZTURK eerste')).toBe(true);
    expect(matches(shown, 'ozturk tweede')).toBe(false);
  });
  test('within a day the list goes from door to door', () => {
    const at = (street: string, number: string, due: string | null, urgency = 1) =>
      ({ title: 'Bezoek', due, urgency, household: null, address: { street, number } }) as unknown as Row;
    const rows = [
      at('Nachtegaalstraat', '12', '2026-12-01'),
      at('Nachtegaalstraat', '9', '2026-12-01'),
      at('Merelplein', '100', '2026-12-01'),
      at('Nachtegaalstraat', '1', null),
      at('Nachtegaalstraat', '1', '2026-11-30'),
      at('Zwaluwpad', '3', '2026-12-05', 7),
    ];
    expect(inOrder(rows).map(({ address }) => `${address?.street} ${address?.number}`)).toEqual([
      'Zwaluwpad 3',
      'Nachtegaalstraat 1',
      'Merelplein 100',
      'Nachtegaalstraat 9',
      'Nachtegaalstraat 12',
      'Nachtegaalstraat 1',
    ]);
  });
});
