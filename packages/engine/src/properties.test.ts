/** What must hold of every walk through a template that has every kind of item. Seeds are printed by fast-check on failure. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Event,
  type Possible,
  type State,
  type Template,
  begin,
  explain,
  fold,
  hashState,
  nextDeadline,
  possible,
  preview,
  step,
} from './index.js';
import {
  DAY0,
  accepted,
  calendar,
  escalation,
  fact,
  field,
  form,
  isFact,
  item,
  on,
  oneOf,
  small,
  stage,
  when,
} from './testing/small.js';

const rich: Template = small({
  fields: [
    oneOf('consent.tenant', 'open', 'agreed', 'refused'),
    { ...oneOf('share.team', 'yes', 'no'), withdrawn: 'no' },
    field('signals.clutter', 'integer', { min: 0, max: 9 }),
    field('stay.leaveOn', 'date'),
  ],
  forms: [
    form('ask', 'consent.tenant', { field: 'signals.clutter', optional: true }),
    form('plan', { field: 'stay.leaveOn', optional: true }, { field: 'share.team', optional: true }),
  ],
  countedBy: { 'project/agreed': isFact('consent.tenant', 'agreed') },
  items: [
    stage('meet', { complete: [when(isFact('consent.tenant', 'agreed')), on('ask.exhausted')] }),
    item('ask', {
      parent: 'meet',
      form: 'ask',
      due: { after: { iso: 'P7D' }, warn: { iso: 'P2D' } },
      repeat: { while: ['!=', fact('consent.tenant'), ['literal', 'agreed']], max: 4, every: { iso: 'P3D' } },
    }),
    item('extra', { parent: 'meet', manualActivation: true, repeat: { max: 3 } }),
    stage('works', { entry: [on('meet.complete')], repeat: { while: isFact('signals.clutter', 3), max: 2 } }),
    item('plan', { parent: 'works', form: 'plan', skip: ['planner'] }),
    item('guest', {
      parent: 'works',
      kind: 'allocationTask',
      pool: 'guests',
      entry: [on('plan.complete')],
      hold: { iso: 'P5D' },
      period: { from: fact('stay.leaveOn'), until: fact('stay.leaveOn') },
      repeat: { while: ['==', ['outcome', 'guest'], ['literal', 'unavailable']], max: 3, every: { iso: 'P3D' } },
    }),
    item('team', {
      kind: 'partnerTask',
      partner: 'team',
      requires: isFact('share.team', 'yes'),
      otherwise: 'advice',
      acknowledgeWithin: { iso: 'P2D' },
      resolveWithin: { iso: 'P30D' },
    }),
    item('advice', { due: { after: { iso: 'P10D' }, in: 'workingDays' } }),
    item('letter', { kind: 'letterTask', letter: 'l', proof: 'delivered' }),
    item('survey', { kind: 'surveyTask', window: { iso: 'P20D' } }),
    item('reminder', { kind: 'timer', timer: { at: ['-', fact('stay.leaveOn'), ['days', ['literal', 28]]] } }),
    item('statutory', { kind: 'timer', timer: { after: { iso: 'P8W' }, statutory: true } }),
    item('bound', { kind: 'milestone', entry: [on('statutory.occur')] }),
  ],
  escalations: [
    escalation('hoarding', {
      entry: [when(['>=', fact('signals.clutter'), ['literal', 4]])],
      blocks: { works: 'made' },
      in: { 'child.x': fact('signals.clutter') },
      max: 2,
    }),
  ],
});
const origin = { calendar: calendar.hash };
const born = (): State => accepted(begin(rich, {}, [], DAY0, origin)).state;
const HOUR = 3_600_000;
const instant = (ms: number): string => new Date(ms).toISOString();

/** An event of a possible kind, its values picked by a number. */
function eventOf(kind: Possible, pick: number, state: State): Event {
  const at = <T>(list: readonly T[]): T => list[pick % list.length]!;
  const by = { by: `m${pick % 3}`, roles: ['planner'] };
  const key = kind.item ?? '';
  switch (kind.type) {
    case 'submit': {
      const answers = {
        ask: { 'consent.tenant': at(['open', 'agreed', 'refused']), 'signals.clutter': pick % 9 },
        plan: { 'stay.leaveOn': at(['2026-03-02', '2026-01-02']), 'share.team': at(['yes', 'no']) },
      };
      return { type: 'submit', item: key, ...by, values: kind.form ? answers[kind.form as 'ask'] : {} };
    }
    case 'start':
    case 'retry':
    case 'reopen':
      return { type: kind.type, item: key, ...by };
    case 'skip':
      return { type: 'skip', item: key, code: 'other', ...by };
    case 'withdraw':
      return { type: 'withdraw', field: kind.field!, ...by };
    case 'correct':
      return { type: 'correct', values: { 'signals.clutter': pick % 9 }, reason: 'r', ...by };
    case 'undo':
    case 'resume':
      return { type: kind.type, ...by };
    case 'suspend':
      return { type: 'suspend', reason: 'r', ...by };
    case 'timer':
      return { type: 'timer', clock: kind.clock! };
    case 'letter':
    case 'survey':
    case 'partner':
    case 'allocation':
      return { type: kind.type, item: key, report: at(kind.reports!) } as Event;
    case 'milestone':
      return {
        type: 'milestone',
        escalation: kind.escalation!,
        source: 'e',
        revision: (state.sources['e'] ?? 0) + 1,
        milestones: ['made'],
      };
    case 'result':
      return {
        type: 'result',
        escalation: kind.escalation!,
        source: 'e',
        revision: (state.sources['e'] ?? 0) + 1,
        end: 'complete',
        values: {},
        milestones: [],
      };
    case 'project':
      return {
        type: 'project',
        source: 'p',
        revision: (state.sources['p'] ?? 0) + 1,
        facts: { 'plan.x': pick },
        milestones: [],
      };
    case 'mirror':
    case 'parentEnded':
      return { type: kind.type, source: 'q', revision: (state.sources['q'] ?? 0) + 1, values: {} } as Event;
    case 'recalendar':
      return { type: 'recalendar', calendar: calendar.hash };
    default:
      throw new Error(kind.type);
  }
}
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
