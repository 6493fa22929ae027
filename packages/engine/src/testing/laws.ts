/** What must hold of every walk through every template; each law comes with an engine that breaks it. */
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Event, Possible, State, Step, Template } from '../index.js';
import { begin, explain, fold, hashState, nextDeadline, possible, preview, step } from '../index.js';
import { instantOf, millis } from '../instant.js';
import { DAY0, accepted } from './small.js';
import { Picks, templates } from './templates.js';
import { type Walked, eventOf, origin, steps, walk } from './walks.js';

export const engine = { begin, step, possible, preview, fold, explain };
export type Engine = typeof engine;
export interface Law {
  readonly says: string;
  holds(engine: Engine): void;
  /** What is wrong with the broken engine. */
  readonly unless: string;
  readonly broken: Partial<Engine>;
}

export const RUNS = 200;
type Picked = readonly (readonly number[])[];
const always = (run: (template: Template, picks: Picked) => void): void =>
  fc.assert(fc.property(templates, steps, run), { numRuns: RUNS });
const stepped =
  (engine: Engine) =>
  ({ template, before, event, now }: Walked): State =>
    accepted(engine.step(template, before, event, now)).state;
/** Looks at every step of a walk. */
const eachStep = (engine: Engine, look: (walked: Walked, done: Extract<Step, { accepted: true }>) => void): void =>
  always((template, picks) => {
    const see = (walked: Walked): State => {
      const done = accepted(engine.step(template, walked.before, walked.event, walked.now));
      look(walked, done);
      return done.state;
    };
    walk(template, picks, see, engine.possible);
  });
/** An engine whose step is changed after the fact. */
const changing = (change: (done: Extract<Step, { accepted: true }>, event: Event) => object): Partial<Engine> => ({
  step: (template, state, event, now) => {
    const done = step(template, state, event, now);
    return done.accepted ? { ...done, ...change(done, event) } : done;
  },
});

export const laws: readonly Law[] = [
  {
    says: 'the state survives JSON, and a step from the copy is the same step',
    holds: (engine) =>
      eachStep(engine, ({ template, before, event, now }, done) => {
        expect(JSON.parse(JSON.stringify(done.state))).toStrictEqual(done.state);
        const copy = JSON.parse(JSON.stringify(before)) as State;
        expect(engine.step(template, copy, event, now)).toStrictEqual(done);
      }),
    unless: 'an undefined value stands in it',
    broken: changing(({ state }) => ({ state: { ...state, facts: { ...state.facts, 'a.x': undefined } } })),
  },
  {
    says: 'the state handed in is never touched',
    holds: (engine) =>
      always((template, picks) => {
        const see = (walked: Walked): State => {
          const frozen = JSON.stringify(walked.before);
          const next = stepped(engine)(walked);
          expect(JSON.stringify(walked.before)).toBe(frozen);
          return next;
        };
        walk(template, picks, see);
      }),
    unless: 'a map of it is shared and changed',
    broken: changing(({ state }) => {
      (state.sources as { [source: string]: number })['x'] = state.revision;
      return {};
    }),
  },
  {
    says: 'the journal gives the state back, with the same hash',
    holds: (engine) =>
      always((template, picks) => {
        const entries: { event: Event; now: string }[] = [];
        const state = walk(template, picks, (walked) => {
          entries.push({ event: walked.event, now: walked.now });
          return stepped(engine)(walked);
        });
        const folded = engine.fold(template, { facts: {}, history: [], now: DAY0, origin }, entries);
        expect(folded).toStrictEqual(state);
        expect(hashState(folded)).toBe(hashState(state));
      }),
    unless: 'its last entry is forgotten',
    broken: { fold: (template, start, entries) => fold(template, start, entries.slice(0, -1)) },
  },
  {
    says: 'what is possible is accepted',
    holds: (engine) => eachStep(engine, (_, { accepted: done }) => expect(done).toBe(true)),
    unless: 'resuming is always listed',
    broken: { possible: (template, state) => [...possible(template, state), { type: 'resume' }] },
  },
  {
    says: 'what is not possible is refused',
    holds: (engine) =>
      always((template, picks) => {
        const state = walk(template, picks, stepped(engine));
        const listed = new Set(engine.possible(template, state).map(nameOf));
        for (const shape of shapes(template, state)) {
          const event = eventOf(template, shape, state, new Picks([0, 0, 0]));
          const now = shape.type === 'timer' ? '2030-01-01T00:00:00.000Z' : state.now;
          const done = engine.step(template, state, event, now);
          expect([nameOf(shape), done.accepted]).toEqual([nameOf(shape), listed.has(nameOf(shape))]);
        }
      }),
    unless: 'a task that can be submitted is not listed',
    broken: { possible: (template, state) => possible(template, state).filter(({ type }) => type !== 'submit') },
  },
  {
    says: 'preview tells what step then does',
    holds: (engine) =>
      eachStep(engine, ({ template, before, event, now }, { state, effects, log }) => {
        const told = engine.preview(template, before, event, now);
        expect(told).toMatchObject({ accepted: true, effects, log, caseEnds: !before.ended && !!state.ended });
        const { starts, ends } = told as Extract<typeof told, { accepted: true }>;
        const moved = Object.keys(state.items).filter((key) => state.items[key] !== before.items[key]);
        const to = (...states: string[]) => moved.filter((key) => states.includes(state.items[key] ?? ''));
        expect([...starts, ...ends]).toEqual(expect.arrayContaining(to('active', 'completed', 'terminated')));
      }),
    unless: 'it forgets what ends',
    broken: { preview: (...at) => ({ ...preview(...at), ends: [] }) },
  },
  {
    says: 'nothing runs after the end',
    holds: (engine) => {
      let ends = 0;
      always((template, picks) => {
        const state = walk(template, picks, stepped(engine));
        if (!state.ended) return;
        ends += 1;
        expect(Object.values(state.items)).not.toEqual(expect.arrayContaining([expect.stringMatching(/active|able/)]));
        expect([nextDeadline(state), state.waiting, state.suspended]).toEqual([undefined, {}, undefined]);
        const late = engine.step(template, state, { type: 'suspend', reason: 'r', by: 'm' }, state.now);
        expect(late).toMatchObject({ refusals: [{ code: 'caseEnded' }] });
      });
      expect(ends).toBeGreaterThan(0);
    },
    unless: 'a clock runs on',
    broken: changing(({ state }) => {
      const at = '2027-01-01T00:00:00.000Z';
      return { state: { ...state, deadlines: { ...state.deadlines, 'x/due': { start: at, at, moved: 0 } } } };
    }),
  },
  {
    says: 'every accepted event raises the revision by one',
    holds: (engine) => eachStep(engine, ({ before }, { state }) => expect(state.revision).toBe(before.revision + 1)),
    unless: 'a clock raises it by two',
    broken: changing(({ state }, { type }) => ({
      state: { ...state, revision: state.revision + (type === 'timer' ? 1 : 0) },
    })),
  },
  {
    says: 'an effect key is never repeated',
    holds: (engine) =>
      always((template, picks) => {
        const keys = accepted(engine.begin(template, {}, [], DAY0, origin)).effects.map(({ key }) => key);
        walk(template, picks, ({ before, event, now }) => {
          const { state, effects } = accepted(engine.step(template, before, event, now));
          keys.push(...effects.map(({ key }) => key));
          return state;
        });
        expect(new Set(keys).size).toBe(keys.length);
      }),
    unless: 'each step counts from nought',
    broken: changing(({ effects }) => ({
      effects: effects.map((effect, index) => ({ ...effect, key: `0:${index}` })),
    })),
  },
  {
    says: 'rest loses and invents no deadline, and moves those it moves by the days of rest',
    holds: (engine) => {
      let moved = 0;
      always((template, picks) => {
        const state = walk(template, picks, stepped(engine));
        if (state.ended || state.suspended) return;
        const days = 2;
        const back = later(state.now, days);
        const stays = (clock: string) => staysPut(template, state, clock);
        const running = Object.entries(state.deadlines).filter(([, { fired }]) => !fired);
        // What passes meanwhile fires at resume, and with it anything may begin.
        if (running.some(([clock, { at }]) => at <= (stays(clock) ? back : state.now))) return;
        const rested = accepted(engine.step(template, state, { type: 'suspend', reason: 'r', by: 'm' }, state.now));
        const { deadlines } = accepted(engine.step(template, rested.state, { type: 'resume', by: 'm' }, back)).state;
        const expected = Object.entries(state.deadlines).map(([clock, { at, fired }]) => [
          clock,
          fired || stays(clock) ? at : later(at, days),
        ]);
        moved += expected.length;
        expect(Object.entries(deadlines).map(([clock, { at }]) => [clock, at])).toEqual(expected);
      });
      expect(moved).toBeGreaterThan(0);
    },
    unless: 'resuming drops one',
    broken: changing(({ state }, { type }) =>
      type === 'resume'
        ? { state: { ...state, deadlines: Object.fromEntries(Object.entries(state.deadlines).slice(1)) } }
        : {},
    ),
  },
];

/** So many days later at the same time of day in Amsterdam. */
function later(instant: string, days: number): string {
  const moved = millis(instant) + days * 24 * HOUR;
  return instantOf(moved - (offsetOf(instantOf(moved)) - offsetOf(instant)) * HOUR);
}
const HOUR = 3_600_000;
/** Hours that Amsterdam is ahead, said independently of the calendar. */
function offsetOf(instant: string): number {
  const summer = instant >= '2026-03-29T01:00:00.000Z' && instant < '2026-10-25T01:00:00.000Z';
  return summer ? 2 : 1;
}
/** §7: `at`, `maxAge` and statutory ones do not move. */
function staysPut(template: Template, state: State, clock: string): boolean {
  const [key = '', name] = clock.split('/');
  const item = template.items.find(({ id }) => id === key.split('#')[0]);
  const follows =
    name === 'occur' ? item?.timer?.at : name === 'overdue' || name === 'warn' ? item?.due?.at : undefined;
  return follows !== undefined || name === 'maxAge' || state.deadlines[clock]?.statutory === true;
}

const nameOf = ({ type, item, clock, escalation }: Possible): string =>
  [type, item ?? clock ?? escalation ?? ''].join(' ').trim();
/** Every kind of event that names something, possible or not. */
function shapes(template: Template, state: State): readonly Possible[] {
  const keys = template.items.flatMap(({ id }) => [id, `${id}#2`, `${id}#3`]);
  const byItem = keys.flatMap((item) =>
    (['submit', 'start', 'retry', 'skip', 'reopen'] as const).map((type): Possible => ({
      type,
      item,
      ...formOf(template, item),
    })),
  );
  const clocks = Object.keys(state.deadlines).map((clock): Possible => ({ type: 'timer', clock }));
  const byHand = Object.keys(template.escalations).flatMap((id): Possible[] => [
    { type: 'start', item: id, escalation: id },
    { type: 'result', escalation: id },
    { type: 'milestone', escalation: id },
  ]);
  const others = (['suspend', 'resume', 'project', 'mirror', 'parentEnded', 'recalendar'] as const).map((type) => ({
    type,
  }));
  return [...byItem, ...clocks, ...byHand, ...others];
}
function formOf(template: Template, key: string): { readonly form?: string } {
  const form = template.items.find(({ id }) => id === key.split('#')[0])?.form;
  return form === undefined ? {} : { form };
}
