import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Household } from './household.js';
import { given, story, then, when } from './story.js';
import { withMore } from './templates.js';
import { Town } from './town.js';

/** A journey that nobody who wrote the engine had in mind: the language is not about renovation. */
const text = readFileSync(new URL('arrears.yaml', import.meta.url), 'utf8');
const compiled = withMore({ 'arrears.yaml': text });
const behind = (months: number): Household => {
  const town = new Town('waterkant', compiled.templates);
  const template = compiled.templates.find(({ name }) => name === 'arrears')!;
  return new Household(town, town.begin(template, { 'debt.months': months }));
};
const spoken = (one: Household): Household => one.letter('reminder').waits(15);

describe('arrears, on the same engine', () => {
  test('the template compiles without a finding', () => expect(compiled.findings).toEqual([]));

  test(
    'a reminder helps',
    story(
      given('a household two months behind', () => behind(2)),
      when('it is reminded and pays', (one) =>
        one.letter('reminder').starts('paid').does('paid', { 'debt.paid': true }),
      ),
      then('nobody calls any more', (one) => expect(one.hasEnded).toBe(true)),
    ),
  );

  test(
    'an arrangement is made in the second talk, and help was pointed to',
    story(
      given('a household that did not react for two weeks', () => spoken(behind(2))),
      when('a first talk leaves it open', (one) => one.does('call')),
      then('help is pointed to, and nothing is shared', (one) => {
        expect(one.outcome('help')).toBe('withheld');
        expect(one.active).toContain('point');
      }),
      when('a second talk brings an arrangement', (one) =>
        one.does('point').waits(4).does('call', { 'debt.plan': 'agreed' }),
      ),
      then('the municipality is not told', (one) => {
        expect(one.hasEnded).toBe(true);
        expect(one.state('signal')).toBe('absent');
      }),
    ),
  );

  test(
    'no arrangement and no objection: the municipality gets the early signal',
    story(
      given('a household that did not react for two weeks', () => spoken(behind(3))),
      when('it wants no arrangement', (one) => one.does('call', { 'debt.plan': 'refused' }).does('point')),
      then('the signal is due', (one) => expect(one.active).toEqual(['notify', 'signal'])),
    ),
  );
});
