/** What would be accepted now: forms, buttons, the playground, the prover and the simulator ask the same. */
import { type Draft, currentKey, hasLeft, isLive, openDraft, stageActive, stateOf } from './draft.js';
import { isHeld } from './escalation.js';
import type { Node } from './plan.js';
import { mayFire } from './settle.js';
import { answered } from './total.js';
import type { Event, Possible, State, Template } from './types.js';

/** Kinds of event, not values: a form's answers, dates and persons are free within what the kind allows. */
export function possible(template: Template, state: State): readonly Possible[] {
  return answered(() => all(template, state), []);
}
function all(template: Template, state: State): readonly Possible[] {
  const draft = openDraft(template, state, state.now);
  const always: Possible[] = [...draft.plan.withdrawable].map((field) => ({ type: 'withdraw', field }));
  const undo: Possible[] = state.before === undefined ? [] : [{ type: 'undo' }];
  const results = Object.keys(state.escalations)
    .filter((id) => state.escalations[id]?.open)
    .map((escalation): Possible => ({ type: 'result', escalation }));
  if (state.ended) return [...always, { type: 'correct' }, ...undo, ...results];
  return [...always, { type: 'correct' }, ...undo, ...results, ...running(draft)];
}
function running(draft: Draft): readonly Possible[] {
  const { template } = draft.plan;
  const open = Object.keys(draft.state.escalations).filter((id) => draft.state.escalations[id]?.open);
  const news: Possible[] = [{ type: 'project' }, { type: 'mirror' }, { type: 'parentEnded' }, { type: 'recalendar' }];
  return [
    { type: draft.state.suspended ? 'resume' : 'suspend' },
    ...(Object.keys(template.tallies).length ? [{ type: 'tally' } as const] : []),
    ...news,
    ...open.map((escalation): Possible => ({ type: 'milestone', escalation })),
    ...draft.plan.nodes.flatMap((node) => ofItem(draft, node)),
    ...(draft.state.suspended ? [] : byHand(draft)),
    ...clocks(draft),
  ];
}
function clocks(draft: Draft): readonly Possible[] {
  const running = Object.entries(draft.state.deadlines).filter(
    ([clock, deadline]) => !deadline.fired && mayFire(draft, clock),
  );
  return running.map(([clock]) => ({ type: 'timer', clock }));
}
function byHand(draft: Draft): readonly Possible[] {
  return Object.values(draft.plan.template.escalations).flatMap(
    ({ id, manualActivation, max }): readonly Possible[] => {
      const state = draft.state.escalations[id];
      return manualActivation && !state?.open && (state?.started ?? 0) < max
        ? [{ type: 'start', item: id, escalation: id }]
        : [];
    },
  );
}
function ofItem(draft: Draft, item: Node): readonly Possible[] {
  const state = stateOf(draft, item);
  if (state === 'absent' || !stageActive(draft, item)) return [];
  const key = currentKey(draft, item);
  const reports = state === 'active' || state === 'completed' ? reportsOf(draft, item, key) : [];
  if (draft.state.suspended) return reports;
  const found: Possible[] = [];
  if (state === 'active' && item.kind === 'humanTask')
    found.push(form(item, { type: 'submit', item: key, outcomes: item.outcomes }));
  if (state === 'enabled' && !isHeld(draft, item)) found.push({ type: 'start', item: key });
  if (state === 'failed') found.push({ type: 'retry', item: key });
  if (isLive(state) && item.of.skip?.length && item.isTask) found.push({ type: 'skip', item: key });
  const mayAgain = (item.kind === 'stage' || item.isTask) && (state === 'completed' || state === 'terminated');
  if (mayAgain && hasLeft(draft, item) && !isHeld(draft, item)) found.push({ type: 'reopen', item: key });
  return [...found, ...reports];
}
const form = (item: Node, event: Possible): Possible =>
  item.of.form === undefined ? event : { ...event, form: item.of.form };

function reportsOf(draft: Draft, item: Node, key: string): readonly Possible[] {
  const active = stateOf(draft, item) === 'active';
  const offered = draft.state.waiting[key] === 'offered';
  const entry = (type: Event['type'], reports: readonly string[], outcomes?: readonly string[]): readonly Possible[] =>
    reports.length ? [form(item, { type, item: key, reports, ...(outcomes ? { outcomes } : {}) })] : [];
  if (item.kind === 'letterTask') return entry('letter', active ? ['sent', 'delivered', 'returned'] : ['returned']);
  if (item.kind === 'allocationTask' && !active)
    return entry('allocation', draft.state.waiting[key] === 'reserved' ? ['conflict'] : []);
  if (!active) return [];
  if (item.kind === 'allocationTask')
    return entry('allocation', ['reserved', 'confirmed', 'unavailable', 'lapsed', 'conflict']);
  if (item.kind === 'surveyTask') return entry('survey', offered ? ['answered', 'refused', 'notReached'] : []);
  if (item.kind === 'partnerTask')
    return entry('partner', offered ? ['accept', 'plan', 'decline', 'done'] : [], item.outcomes);
  return item.kind === 'serviceTask' ? entry('service', ['done'], item.outcomes) : [];
}
