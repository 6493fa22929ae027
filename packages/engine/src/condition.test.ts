import { describe, expect, test } from '@jest/globals';
import { and, evaluate, not, or } from './condition.js';
import { cellHolds, decide } from './decision-table.js';
import { openDraft } from './draft.js';
import { emptyState } from './begin.js';
import type { Cell, Decision, Expression, Facts } from './types.js';
import { DAY0, calendar, fact, field, isFact, small } from './testing/small.js';

const u = undefined;
describe('three truth values, literally', () => {
  test.each([
    [true, true, true],
    [true, false, false],
    [true, u, u],
    [false, true, false],
    [false, false, false],
    [false, u, false],
    [u, true, u],
    [u, false, false],
    [u, u, u],
  ])('%s && %s is %s', (left, right, result) => expect(and(left, () => right)).toBe(result));
  test.each([
    [true, true, true],
    [true, false, true],
    [true, u, true],
    [false, true, true],
    [false, false, false],
    [false, u, u],
    [u, true, true],
    [u, false, u],
    [u, u, u],
  ])('%s || %s is %s', (left, right, result) => expect(or(left, () => right)).toBe(result));
  test.each([
    [true, false],
    [false, true],
    [u, u],
  ])('!%s is %s', (value, result) => expect(not(value)).toBe(result));
});

const template = small({
  items: [],
  fields: [field('a.known', 'integer'), field('a.default', 'integer', { default: 3 })],
});
const view = (facts: Facts) =>
  openDraft(template, { ...emptyState(template, DAY0, { calendar: calendar.hash }), facts }, DAY0);
const value = (expression: Expression, facts: Facts = {}) => evaluate(expression, view(facts));
describe('unknown', () => {
  const unknown = fact('a.known');
  test.each<[string, Expression, unknown]>([
    ['u == x', isFact('a.known', 1), u],
    ['u < x', ['<', unknown, ['literal', 1]], u],
    ['u + x', ['+', unknown, ['literal', 1]], u],
    ['u in list', ['in', unknown, ['list', [['literal', 1]]]], u],
    ['size(u)', ['size', unknown], u],
    ['has(u)', ['has', 'a.known'], false],
    ['a default is known', ['has', 'a.default'], true],
    ['false && u', ['&&', isFact('a.known', 1), ['literal', false]], false],
  ])('%s', (_, expression, result) => expect(value(expression)).toBe(result));
  test('dates are shifted by days and by working days', () => {
    const day: Expression = ['literal', '2026-04-02'];
    expect(value(['+', day, ['days', ['literal', 3]]])).toBe('2026-04-05');
    expect(value(['+', day, ['workdays', ['literal', 1]]])).toBe('2026-04-07');
    expect(value(['-', day, ['days', ['literal', 2]]])).toBe('2026-03-31');
  });
});

describe('decision tables', () => {
  const table = (hitPolicy: Decision['hitPolicy']): Decision => ({
    id: 't',
    hitPolicy,
    inputs: [fact('a.known')],
    outputs: ['a.default'],
    rules: [
      { id: 'low', when: [['compare', '<', 5]], then: [['literal', 1]] },
      { id: 'rest', when: [hitPolicy === 'FIRST' ? ['any'] : ['compare', '>=', 5]], then: [['literal', 2]] },
    ],
  });
  test('FIRST is unknown when an unknown row stands before the true one', () =>
    expect(decide(table('FIRST'), view({}))).toBeUndefined());
  test('FIRST takes the first true row', () =>
    expect(decide(table('FIRST'), view({ 'a.known': 9 }))).toEqual({ 'a.default': 2 }));
  test('UNIQUE waits while any row is unknown', () => expect(decide(table('UNIQUE'), view({}))).toBeUndefined());
  test('COLLECT unites', () => expect(decide(table('COLLECT'), view({ 'a.known': 1 }))).toEqual({ 'a.default': [1] }));
  test.each<[Cell, unknown, unknown]>([
    [['any'], u, true],
    [['between', 60, 80], 80, true],
    [['between', 60, 80], 81, false],
    [['not', ['compare', '==', 'a']], 'b', true],
    [
      [
        'oneOf',
        [
          ['compare', '==', 'a'],
          ['compare', '==', 'b'],
        ],
      ],
      'b',
      true,
    ],
    [['not', ['compare', '==', 'a']], u, u],
  ])('%j of %s is %s', (cell, input, result) => expect(cellHolds(cell, input as never)).toBe(result));
});
