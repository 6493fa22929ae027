/** Making true each criterion that `explain` calls false or unknown starts the item. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Criterion,
  type Event,
  type Expression,
  type Facts,
  type Sentry,
  type State,
  type Template,
  begin,
  explain,
  holds,
  step,
} from './index.js';
import { openDraft } from './draft.js';
import { DAY0, accepted, escalation, item, on, small, stage } from './testing/small.js';
import { FIELDS, Picks, conditionOf } from './testing/templates.js';
import { origin } from './testing/walks.js';

const READIES = ['t0', 't1', 't2'];
const NAMED = READIES.map((id) => ({ id, kind: 'humanTask' as const, parent: undefined }));
function sentry(pick: Picks): Sentry {
  const events = READIES.filter(() => pick.once(2)).map((id) => `${id}.complete`);
  const condition = conditionOf(pick, NAMED);
  return events.length && pick.once(2) ? { on: events } : { ...(events.length ? { on: events } : {}), if: condition };
}
/** An item `go` with entries at random, perhaps in a stage with its own, perhaps by hand, perhaps held. */
function questionOf(numbers: readonly number[]): Template {
  const pick = new Picks(numbers);
  const inside = pick.once(2);
  const part = {
    entry: pick.some(1 + pick.below(2), () => sentry(pick)),
    ...(inside ? { parent: 'around' } : {}),
    ...(pick.once(4) ? { manualActivation: true } : {}),
  };
  return small({
    fields: FIELDS,
    items: [
      ...(inside ? [stage('around', { entry: [sentry(pick)] })] : []),
      item('go', part),
      ...(inside ? [item('inside', { parent: 'around' })] : []),
      ...READIES.map((id) => item(id)),
      item('open'),
    ],
    escalations: pick.once(3) ? [escalation('hold', { entry: [on('open.start')], blocks: { go: null } })] : [],
  });
}

/** All answers to the fields that conditions read here. */
const assignments: readonly Facts[] = [true, false].flatMap((flag) =>
  ['x', 'y', 'z'].flatMap((choice) =>
    Array.from({ length: 10 }, (_, number) => ({ 'a.flag': flag, 'a.number': number, 'a.choice': choice })),
  ),
);
/** The correction that makes a condition true, if any does. */
function makingTrue(template: Template, state: State, condition: Expression): Facts | undefined {
  const view = (facts: Facts) => openDraft(template, { ...state, facts: { ...state.facts, ...facts } }, DAY0);
  const all = assignments.flatMap((facts) => [
    facts,
    { ...facts, 'a.day': '2026-03-02' },
    { ...facts, 'a.result': 'high' },
  ]);
  return all.find((facts) => holds(condition, view(facts)));
}
function eventsFor(template: Template, state: State, { criterion, subject }: Criterion): readonly Event[] | undefined {
  const by = { by: 'm' };
  if (criterion === 'event') return [{ type: 'submit', item: String(subject).split('.')[0] ?? '', values: {}, ...by }];
  if (criterion === 'manual') return [{ type: 'start', item: 'go', ...by }];
  if (criterion === 'hold') {
    const told = { source: 'h', revision: 1, values: {}, milestones: [] };
    return [{ type: 'result', escalation: String(subject), end: 'complete', ...told }];
  }
  const values = makingTrue(template, state, subject as Expression);
  return values && [{ type: 'correct', values, reason: 'r', ...by }];
}
type Explaining = typeof explain;
/** Makes true what is said to be missing, of one sentry, the stage around it first; undefined when no answer can. */
function satisfied(template: Template, first: State, id: string, explaining: Explaining): State | undefined {
  let state = first;
  for (let rounds = 0; rounds < 6 && state.items[id] !== 'active'; rounds++) {
    const { criteria } = explaining(template, state, id);
    const sentry = criteria.find(({ sentry: index }) => index >= 0)?.sentry;
    const missing = criteria.filter(({ value, sentry: index }) => value !== true && (index < 0 || index === sentry));
    const [next] = missing.sort((a, b) => Number(a.criterion === 'condition') - Number(b.criterion === 'condition'));
    if (!next) return state;
    if (next.criterion === 'stage') {
      const around = satisfied(template, state, 'around', explaining);
      if (!around) return undefined;
      state = around;
      continue;
    }
    const events = eventsFor(template, state, next);
    if (!events) return undefined;
    for (const event of events) state = accepted(step(template, state, event, DAY0)).state;
  }
  return state;
}
function agree(explaining: Explaining): void {
  const numbers = fc.array(fc.nat(2 ** 20), { minLength: 10, maxLength: 40 });
  let asked = 0;
  fc.assert(
    fc.property(numbers, (picks) => {
      const template = questionOf(picks);
      const { state } = accepted(begin(template, {}, [], DAY0, origin));
      const after = satisfied(template, state, 'go', explaining);
      if (!after) return;
      asked += 1;
      expect(after.items['go']).toBe('active');
    }),
    { numRuns: 300 },
  );
  expect(asked).toBeGreaterThan(100);
}

describe('explain', () => {
  test('making true each criterion that is false or unknown starts the item', () => agree(explain));
  test.each<[string, (each: Criterion) => boolean]>([
    ['what is unknown', ({ value }) => value !== 'unknown'],
    ['a hold', ({ criterion }) => criterion !== 'hold'],
    ['the stage', ({ criterion }) => criterion !== 'stage'],
  ])('unless it leaves out %s', (_, tells) => {
    fc.configureGlobal({ endOnFailure: true });
    const forgetful: Explaining = (template, state, id) => {
      const told = explain(template, state, id);
      return { ...told, criteria: told.criteria.filter(tells) };
    };
    expect(() => agree(forgetful)).toThrow();
    fc.configureGlobal({});
  });
});
