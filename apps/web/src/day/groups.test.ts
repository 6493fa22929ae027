import { describe, expect, test } from '@jest/globals';
import { groupOf, matches } from './groups.js';
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
});
