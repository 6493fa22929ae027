/** What must hold of every walk through a template that has every kind of item. Seeds are printed by fast-check on failure. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Event,
  type Possible,
  type State,
  begin,
  explain,
  fold,
  hashState,
  nextDeadline,
  possible,
  preview,
  step,
} from './index.js';
import { HOUR, born, eventOf, instant, origin, rich } from './testing/rich.js';
import { DAY0, accepted, fact, field, item, on, small, when } from './testing/small.js';

interface Walked {
  readonly before: State;
  readonly kind: Possible;
  readonly event: Event;
  readonly now: string;
}
const choices = fc.array(fc.tuple(fc.nat(), fc.nat(60)), { maxLength: 25 });
/** Walks by picking among what is possible; a timer waits for its instant. */
function walk(picks: readonly (readonly [number, number])[], see: (walked: Walked) => State): State {
  let state = born();
  for (const [pick, hours] of picks) {
    const kinds = possible(rich, state);
    const kind = kinds[pick % kinds.length];
    if (!kind) return state;
    const due = kind.type === 'timer' ? state.deadlines[kind.clock!]!.at : state.now;
    const wait = kind.type === 'timer' || kind.type === 'undo' ? 0 : hours * HOUR;
    const now = instant(Math.max(Date.parse(due), Date.parse(state.now)) + wait);
    state = see({ before: state, kind, event: eventOf(kind, pick >> 3, state), now });
  }
  return state;
}
const stepped = ({ before, event, now }: Walked): State => accepted(step(rich, before, event, now)).state;
const always = (run: (picks: readonly (readonly [number, number])[]) => void, numRuns = 30) =>
  fc.assert(fc.property(choices, run), { numRuns });

describe('of every walk', () => {
  test('what is possible is accepted, raises revision by one, survives JSON, and is what preview said', () => {
    always((picks) => {
      walk(picks, (walked) => {
        const frozen = JSON.stringify(walked.before);
        const done = step(rich, walked.before, walked.event, walked.now);
        expect([walked.kind, done]).toMatchObject([walked.kind, { accepted: true }]);
        const { state, effects, log } = accepted(done);
        expect(state.revision).toBe(walked.before.revision + 1);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
        expect(preview(rich, walked.before, walked.event, walked.now)).toMatchObject({ accepted: true, effects, log });
        expect(JSON.stringify(walked.before)).toBe(frozen);
        return state;
      });
    });
  });
  test('what is not possible is refused', () => {
    const keys = rich.items.flatMap(({ id }) => [id, `${id}#2`, `${id}#3`]);
    const types = ['submit', 'start', 'retry', 'skip', 'reopen'] as const;
    always((picks) => {
      const state = walk(picks, stepped);
      const listed = new Set(
        possible(rich, state).map(({ type, item: key, clock }) => `${type} ${key ?? clock ?? ''}`),
      );
      for (const type of types)
        for (const key of keys) {
          const shape = {
            type,
            item: key,
            form: key.startsWith('ask') ? 'ask' : key.startsWith('plan') ? 'plan' : undefined,
          } as Possible;
          const done = step(rich, state, eventOf(shape, 1, state), state.now);
          expect([type, key, done.accepted]).toEqual([type, key, listed.has(`${type} ${key}`)]);
        }
    }, 100);
  });
  test('the journal gives the state back, with the same hash', () => {
    always((picks) => {
      const entries: { event: Event; now: string }[] = [];
      const state = walk(picks, (walked) => {
        entries.push({ event: walked.event, now: walked.now });
        return stepped(walked);
      });
      const folded = fold(rich, { facts: {}, history: [], now: DAY0, origin }, entries);
      expect(folded).toEqual(state);
      expect(hashState(folded)).toBe(hashState(JSON.parse(JSON.stringify(state)) as State));
    });
  });
  test('an effect key is never repeated', () => {
    always((picks) => {
      const keys: string[] = [];
      walk(picks, ({ before, event, now }) => {
        const { state, effects } = accepted(step(rich, before, event, now));
        keys.push(...effects.map(({ key }) => key));
        return state;
      });
      expect(new Set(keys).size).toBe(keys.length);
    });
  });
  test('nothing runs after the end', () => {
    always((picks) => {
      const state = walk(picks, stepped);
      if (!state.ended) return;
      expect(
        Object.values(state.items).filter((each) => each === 'active' || each === 'available' || each === 'enabled'),
      ).toEqual([]);
      expect(nextDeadline(state)).toBeUndefined();
      expect(step(rich, state, { type: 'suspend', reason: 'r', by: 'm' }, state.now)).toMatchObject({
        refusals: [{ code: 'caseEnded' }],
      });
    });
  });
  test('rest loses and invents no deadline', () => {
    always((picks) => {
      const state = walk(picks, stepped);
      if (state.ended || state.suspended) return;
      const rested = accepted(step(rich, state, { type: 'suspend', reason: 'r', by: 'm' }, state.now)).state;
      const back = accepted(step(rich, rested, { type: 'resume', by: 'm' }, state.now)).state;
      const running = (each: State) =>
        Object.entries(each.deadlines)
          .filter(([, { fired }]) => !fired)
          .map(([clock, { at }]) => [clock, at]);
      const late = running(state).filter(([, at]) => at! > state.now);
      expect(running(back)).toEqual(expect.arrayContaining(late));
      expect(late.length).toBeGreaterThanOrEqual(
        running(back).filter(([clock]) => running(state).some(([each]) => each === clock)).length,
      );
    });
  });
  test('whatever a stranger sends is refused, not thrown', () => {
    const hostile = fc.record({
      type: fc.constantFrom('submit', 'start', 'timer', 'result', 'correct', 'letter', 'nothing'),
      item: fc.constantFrom('constructor', '__proto__', 'ask', 'ask#0', ''),
      clock: fc.constantFrom('constructor', 'x/y'),
      escalation: fc.constant('constructor'),
      values: fc.constantFrom({}, { constructor: 1 }),
      by: fc.constant('m'),
      report: fc.constant('sent'),
    });
    fc.assert(
      fc.property(choices, hostile, (picks, event) => {
        const done = step(rich, walk(picks, stepped), event as unknown as Event, 'no instant');
        if (done.accepted) expect(event.type === 'correct' || event.type === 'submit').toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('of two templates', () => {
  test('two orders of independent events agree', () => {
    const template = small({ items: [item('a'), item('b'), item('c', { entry: [on('a.complete', 'b.complete')] })] });
    const run = (keys: readonly string[]) =>
      keys.reduce(
        (state, key) => accepted(step(template, state, { type: 'submit', item: key, values: {}, by: 'm' }, DAY0)).state,
        accepted(begin(template, {}, [], DAY0, origin)).state,
      );
    const { before: one, ...left } = run(['a', 'b']);
    const { before: two, ...right } = run(['b', 'a']);
    expect([left, one === two]).toEqual([right, false]);
  });
  test('making true what explain calls false or unknown starts the item', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }), (limit, value) => {
        const template = small({
          fields: [field('a.x', 'integer')],
          items: [
            item('go', { entry: [when(['>=', fact('a.x'), ['literal', limit]], 'ready.complete')] }),
            item('ready'),
            item('rest'),
          ],
        });
        const state = accepted(begin(template, { 'a.x': value }, [], DAY0, origin)).state;
        const open = explain(template, state, 'go').criteria.filter((each) => each.value !== true);
        expect(open.map(({ criterion }) => criterion)).toEqual(value >= limit ? ['event'] : ['event', 'condition']);
        let next = state;
        for (const each of open) {
          const event: Event =
            each.criterion === 'event'
              ? { type: 'submit', item: 'ready', values: {}, by: 'm' }
              : { type: 'correct', values: { [each.changedBy[0]!]: limit }, reason: 'r', by: 'm' };
          next = accepted(step(template, next, event, DAY0)).state;
        }
        expect(next.items['go']).toBe('active');
      }),
    );
  });
});
