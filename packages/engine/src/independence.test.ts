/** Two orders of independent events agree: two templates side by side in one case share nothing but the case. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Event, type State, type Template, begin, possible, step } from './index.js';
import { DAY0, accepted, item } from './testing/small.js';
import { Picks, templateOf } from './testing/templates.js';
import { eventOf, origin } from './testing/walks.js';

/** The same template with other names for everything. */
const renamed = (template: Template): Template =>
  JSON.parse(
    JSON.stringify(template)
      .replace(/"i(\d)/g, '"r$1')
      .replace(/"e(\d)/g, '"d$1')
      .replace(/"(a|share)\.(flag|number|day|choice|team|result)"/g, '"$1Right.$2"')
      .replaceAll('"f"', '"g"')
      .replaceAll('"table"', '"tableRight"'),
  ) as Template;
/** Both in one case that a third task keeps open; what is heard from outside the case would reach both. */
function beside(left: Template, right: Template): Template {
  const { exit: _exit, complete: _complete, ...rest } = left;
  return {
    ...rest,
    countedBy: {},
    items: [...left.items, ...right.items, item('open')],
    fields: { ...left.fields, ...right.fields },
    forms: { ...left.forms, ...right.forms },
    decisions: { ...left.decisions, ...right.decisions },
    escalations: { ...left.escalations, ...right.escalations },
  };
}
const OF_ITEMS = ['submit', 'start', 'skip', 'letter', 'survey', 'partner', 'allocation', 'service', 'retry'];
const isRight = (event: Event): boolean =>
  /^[rd]/.test('item' in event ? event.item : 'escalation' in event ? event.escalation : '');

/** One walk through both, and what of it belongs to either side. */
function walked(
  template: Template,
  first: State,
  picks: readonly (readonly number[])[],
  advance: typeof step,
): Event[] {
  let state = first;
  return picks.flatMap((numbers) => {
    const pick = new Picks(numbers);
    const kinds = possible(template, state).filter(
      (kind) => (OF_ITEMS.includes(kind.type) || kind.type === 'result') && kind.item !== 'open',
    );
    if (!kinds.length) return [];
    const event = eventOf(template, pick.of(kinds), state, pick);
    state = accepted(advance(template, state, event, DAY0)).state;
    return [event];
  });
}
function agree(advance: typeof step): void {
  const numbers = fc.array(fc.nat(2 ** 20), { minLength: 30, maxLength: 100 });
  const steps = fc.array(fc.array(fc.nat(2 ** 20), { minLength: 3, maxLength: 8 }), { maxLength: 15 });
  fc.assert(
    fc.property(numbers, numbers, steps, (one, other, picks) => {
      const template = beside(templateOf(one), renamed(templateOf(other)));
      const { state: first } = accepted(begin(template, {}, [], DAY0, origin));
      const events = walked(template, first, picks, advance);
      const [left, right] = [events.filter((event) => !isRight(event)), events.filter(isRight)];
      const run = (order: readonly Event[]): State =>
        order.reduce((state, event) => accepted(advance(template, state, event, DAY0)).state, first);
      const { before: _one, ...leftFirst } = run([...left, ...right]);
      const { before: _two, ...rightFirst } = run([...right, ...left]);
      expect(leftFirst).toEqual(rightFirst);
    }),
    { numRuns: 200 },
  );
}
test('two orders of independent events agree', () => agree(step), 120_000);
test('unless the last task is remembered', () => {
  const remembering: typeof step = (template, state, event, now) => {
    const done = step(template, state, event, now);
    const last = 'item' in event ? event.item : '';
    return done.accepted ? { ...done, state: { ...done.state, facts: { ...done.state.facts, last } } } : done;
  };
  fc.configureGlobal({ endOnFailure: true });
  expect(() => agree(remembering)).toThrow();
  fc.configureGlobal({});
}, 120_000);
