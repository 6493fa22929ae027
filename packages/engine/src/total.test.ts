/** Whatever JSON comes in, every function answers: a stranger is refused with a code and a place, never thrown at. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Event, Facts, Json, Origin, PastEvent, Possible, State, Step } from './index.js';
import { begin, checkForm, explain, fold, nextDeadline, possible, preview, step } from './index.js';
import { born, eventOf, origin, rich } from './testing/rich.js';
import { DAY0 } from './testing/small.js';

const names = fc.constantFrom('__proto__', 'constructor', 'toString', 'ask', 'ask#2', 'ask#0', 'hoarding', 'a/b', '');
const scalar = fc.oneof(
  names,
  fc.constantFrom(0, -1, 1e308, Number.MAX_SAFE_INTEGER, Number.NaN, null, true, '2026-13-45', 'no instant'),
);
/** Any JSON, with the names that every object inherits as own keys, as `JSON.parse` would give them. */
const json = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.jsonValue(),
    fc.array(tie('any'), { maxLength: 3 }),
    fc
      .array(fc.tuple(names, tie('any')), { maxLength: 3 })
      .map((pairs) =>
        pairs.reduce<object>(
          (map, [key, value]) => Object.defineProperty(map, key, { value, enumerable: true, configurable: true }),
          {},
        ),
      ),
  ),
})).any;
const kinds = possible(rich, born());
const fitting = fc
  .tuple(fc.nat(kinds.length - 1), fc.nat())
  .map(([index, pick]) => eventOf(kinds[index] as Possible, pick, born()));
/** An event that would do, with one key spoiled. */
const spoiled = fc
  .tuple(fitting, fc.nat(), json)
  .map(([event, pick, value]) => ({ ...event, [Object.keys(event)[pick % Object.keys(event).length] ?? '']: value }));
const instants = fc.oneof(fc.constant(DAY0), fc.string(), json as fc.Arbitrary<string>);

function isAnswer(done: Step): boolean {
  if (done.accepted) return done.state.revision >= 0 && Array.isArray(done.effects);
  return done.refusals.length > 0 && done.refusals.every(({ code }) => typeof code === 'string');
}
const always = <T>(values: fc.Arbitrary<T>, run: (value: T) => void) =>
  fc.assert(fc.property(values, run), { numRuns: 1000 });

describe('whatever comes in', () => {
  test.each([
    ['any JSON', json],
    ['a spoiled event', spoiled],
  ])('%s as an event is answered by its shape alone, not by the net below the state', (_, events) => {
    always(fc.tuple(events as fc.Arbitrary<Event>, instants), ([event, now]) => {
      const done = step(rich, born(), event, now);
      expect(isAnswer(done)).toBe(true);
      if (!done.accepted) expect(done.refusals[0]?.path).not.toBe('state');
    });
  });
  test('a misshapen event is told where, and what was expected there', () => {
    const event = { type: 'submit', item: 'ask', values: [], by: 'm' } as unknown as Event;
    expect(step(rich, born(), event, DAY0)).toEqual({
      accepted: false,
      refusals: [{ code: 'badValue', path: 'values', params: { expected: 'map' } }],
    });
  });
  test('a state with one part spoiled is answered by every function', () => {
    const parts = Object.keys({ ...born(), suspended: 1, before: 1, ended: 1, timeScale: 1, reports: 1 });
    const states = fc
      .tuple(fc.constantFrom(...parts), json, fc.boolean())
      .map(([part, value, deep]) =>
        deep
          ? { ...born(), [part]: { ...(born()[part as keyof State] as object), ask: value, 'ask/overdue': value } }
          : { ...born(), [part]: value },
      );
    always(fc.tuple(states as fc.Arbitrary<State>, fitting), ([state, event]) => {
      expect(isAnswer(step(rich, state, event, DAY0))).toBe(true);
      preview(rich, state, event, DAY0);
      expect(Array.isArray(possible(rich, state))).toBe(true);
      expect(Array.isArray(explain(rich, state, 'ask').criteria)).toBe(true);
      nextDeadline(state);
    });
  });
  test.each([-1e300, -1, 0.5, 1e308, Number.MAX_SAFE_INTEGER])('an occurrence counted from %p ends', (from) => {
    const state = { ...born(), base: { ask: from } };
    expect(isAnswer(step(rich, state, { type: 'submit', item: 'ask', values: {}, by: 'm' }, DAY0))).toBe(true);
  });
  test('a birth from anything is answered, and so is its journal', () => {
    const starts = fc.tuple(
      json,
      fc.oneof(fc.constant([]), fc.array(json), json),
      instants,
      fc.oneof(json, fc.constant(origin)),
    );
    always(starts, ([facts, history, now, from]) => {
      const start = { facts: facts as Facts, history: history as PastEvent[], now, origin: from as Origin };
      expect(isAnswer(begin(rich, start.facts, start.history, now, start.origin))).toBe(true);
      expect(fold(rich, start, [{ event: null as unknown as Event, now }]).revision).toBe(0);
    });
  });
  test('a form filled with anything is answered', () => {
    always(fc.tuple(names, json, json), ([item, values, facts]) => {
      const refusals = checkForm(rich, item, values as { readonly [path: string]: Json }, facts as Facts);
      expect(Array.isArray(refusals)).toBe(true);
    });
  });
});
