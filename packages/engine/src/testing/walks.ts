/** Walks at random through any template: each step is an event of a kind that `possible` lists. */
import fc from 'fast-check';
import type { Event, Possible, State, Template, Values } from '../index.js';
import { begin, possible } from '../index.js';
import { instantOf, millis } from '../instant.js';
import { DAY0, accepted, calendar } from './small.js';
import { Picks } from './templates.js';

export const origin = { calendar: calendar.hash };
const HOUR = 3_600_000;
export interface Walked {
  readonly template: Template;
  readonly before: State;
  readonly kind: Possible;
  readonly event: Event;
  readonly now: string;
}

/** Answers for what a form asks, some left out. */
function answers(template: Template, formId: string | undefined, state: State, pick: Picks): Values {
  const values: { [path: string]: Values[string] } = {};
  for (const { field: path, optional } of template.forms[formId ?? '']?.pages.flatMap(({ fields }) => fields) ?? [])
    if ((!optional || pick.once(2)) && !isHeld(template, state, path)) values[path] = answer(template, path, pick);
  return values;
}
const isHeld = (template: Template, state: State, path: string): boolean =>
  Object.values(template.escalations).some(({ id, out }) => state.escalations[id]?.open && out[path] !== undefined);
function answer(template: Template, path: string, pick: Picks): Values[string] {
  const field = template.fields[path];
  if (field?.type === 'boolean') return pick.once(2);
  if (field?.type === 'integer') return pick.below(10);
  if (field?.type === 'date') return pick.of(['2026-01-02', '2026-01-20', '2026-03-02']);
  return pick.of(field?.values?.map(({ id }) => id) ?? ['']);
}
/** An event of a possible kind. */
export function eventOf(template: Template, kind: Possible, state: State, pick: Picks): Event {
  const by = { by: `m${pick.below(3)}`, roles: ['planner'] };
  const item = kind.item ?? '';
  const told = { source: kind.escalation ?? 'q', revision: (state.sources[kind.escalation ?? 'q'] ?? 0) + 1 };
  switch (kind.type) {
    case 'submit':
      return { type: 'submit', item, values: answers(template, kind.form, state, pick), ...outcome(kind, pick), ...by };
    case 'start':
    case 'retry':
    case 'reopen':
      return { type: kind.type, item, ...by };
    case 'skip':
      return { type: 'skip', item, code: 'other', ...by };
    case 'withdraw':
      return { type: 'withdraw', field: kind.field ?? '', ...by };
    case 'correct': {
      const path = pick.of(['a.flag', 'a.number', 'a.choice', 'a.day'].filter((one) => !isHeld(template, state, one)));
      return { type: 'correct', values: { [path]: answer(template, path, pick) }, reason: 'r', ...by };
    }
    case 'undo':
    case 'resume':
      return { type: kind.type, ...by };
    case 'suspend':
      return { type: 'suspend', reason: 'r', ...by };
    case 'timer':
      return { type: 'timer', clock: kind.clock ?? '' };
    case 'letter':
    case 'survey':
    case 'partner':
    case 'allocation':
    case 'service':
      return { type: kind.type, item, ...report(kind, pick) } as Event;
    case 'milestone':
      return { type: 'milestone', escalation: kind.escalation ?? '', milestones: ['made'], ...told };
    case 'result': {
      const end = pick.of(['complete', 'terminate'] as const);
      return { type: 'result', escalation: kind.escalation ?? '', end, values: {}, milestones: [], ...told };
    }
    case 'project':
      return { type: 'project', facts: { 'plan.x': pick.below(5) }, milestones: pick.of([[], ['final']]), ...told };
    case 'mirror':
      return { type: 'mirror', values: { 'a.number': pick.below(10) }, ...told };
    case 'parentEnded':
      return { type: 'parentEnded', ...told };
    default:
      return { type: 'recalendar', calendar: calendar.hash };
  }
}
const outcome = (kind: Possible, pick: Picks): { readonly outcome?: string } =>
  kind.outcomes?.length ? { outcome: pick.of(kind.outcomes) } : {};
function report(kind: Possible, pick: Picks): object {
  if (pick.once(9) && kind.type !== 'letter' && kind.type !== 'allocation')
    return { report: kind.reports?.[0], fault: true };
  return { report: pick.of(kind.reports ?? ['done']) };
}

export const born = (template: Template): State | undefined => {
  const done = begin(template, {}, [], DAY0, origin);
  return done.accepted ? done.state : undefined;
};
/** Steps until the numbers run out; `see` takes each step and gives the state after it. */
export function walk(
  template: Template,
  steps: readonly (readonly number[])[],
  see: (walked: Walked) => State,
  kinds: typeof possible = possible,
): State {
  let state = accepted(begin(template, {}, [], DAY0, origin)).state;
  for (const numbers of steps) {
    const pick = new Picks(numbers);
    const kind = pick.of(kinds(template, state));
    const due = kind.type === 'timer' ? state.deadlines[kind.clock ?? '']?.at : undefined;
    const wait = due !== undefined || kind.type === 'undo' ? 0 : pick.below(60) * HOUR;
    const now = instantOf(Math.max(millis(due ?? state.now), millis(state.now)) + wait);
    state = see({ template, before: state, kind, event: eventOf(template, kind, state, pick), now });
  }
  return state;
}
export const steps = fc.array(fc.array(fc.nat(2 ** 20), { minLength: 3, maxLength: 8 }), { maxLength: 25 });
