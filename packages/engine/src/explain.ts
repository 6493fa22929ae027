/** Why an item is not yet further: each open criterion, its truth, and what can change it. */
import { evaluate, reads } from './condition.js';
import { type Draft, currentKey, currentNames, itemOf, openDraft, stageActive, stateOf } from './draft.js';
import { holdsNow } from './escalation.js';
import type { List, Node, Owner } from './plan.js';
import { answered } from './total.js';
import type { Criterion, Reasons, State, Template } from './types.js';

/** `item` is an occurrence key or an id; its state is that of the present occurrence. */
export function explain(template: Template, state: State, item: string): Reasons {
  return answered(() => reasons(template, state, item), { item, state: 'absent', criteria: [] });
}
function reasons(template: Template, state: State, item: string): Reasons {
  const draft = openDraft(template, state, state.now);
  const id = itemOf(item);
  const found = draft.plan.byId.get(id);
  const raised = draft.plan.raised.find((each) => each.id === id);
  if (raised)
    return {
      item,
      state: state.escalations[id]?.open ? 'active' : 'available',
      criteria: listed(draft, raised, 'entry'),
    };
  if (!found) return { item, state: 'absent', criteria: [] };
  const at = stateOf(draft, found);
  return { item: at === 'absent' ? id : currentKey(draft, found), state: at, criteria: criteriaOf(draft, found, at) };
}
function criteriaOf(draft: Draft, node: Node, state: Reasons['state']): readonly Criterion[] {
  if (state === 'active') return [...listed(draft, node, 'complete'), ...listed(draft, node, 'until')];
  if (state === 'completed' || state === 'terminated') return stageAround(draft, node);
  const { key, clocks } = currentNames(draft, node);
  const { role } = node.of;
  const manual = state === 'enabled' ? [criterion(-1, 'manual', node.id, false, role ? [role] : [])] : [];
  const every = draft.state.deadlines[clocks.every];
  const waits = every && !every.fired ? [criterion(-1, 'event', clocks.every, false, [clocks.every])] : [];
  const passed = draft.state.waiting[key] !== undefined;
  const entry = passed || state === 'enabled' ? [] : listed(draft, node, 'entry');
  const started = node.isOtherwise && !passed ? [withOtherwise(draft, node.id)] : [];
  return [...stageAround(draft, node), ...held(draft, node), ...waits, ...started, ...manual, ...entry];
}
function stageAround(draft: Draft, node: Node): readonly Criterion[] {
  const around = node.of.parent ?? 'case';
  return stageActive(draft, node) ? [] : [criterion(-1, 'stage', around, false, [`${around}.start`])];
}
function withOtherwise(draft: Draft, id: string): Criterion {
  const others = draft.plan.nodes.filter(({ of }) => of.otherwise === id).map((node) => node.id);
  return criterion(-1, 'event', 'otherwise', false, others);
}
function held(draft: Draft, { holders }: Node): readonly Criterion[] {
  return holders
    .filter((holder) => holdsNow(draft, holder))
    .map(({ escalation, until }) =>
      criterion(-1, 'hold', escalation, false, [`${escalation}.${until ?? 'complete'}`, `${escalation}.exhausted`]),
    );
}
function listed(draft: Draft, owner: Owner, list: List): readonly Criterion[] {
  return owner.triggers[list].flatMap(({ sentry, parts }, index) => {
    const events = parts.map(({ event, latch }) =>
      criterion(index, 'event', event, draft.state.latches[latch] === true, [event]),
    );
    if (!sentry.if) return events;
    const value = evaluate(sentry.if, draft);
    return [
      ...events,
      criterion(
        index,
        'condition',
        sentry.if,
        value === true ? true : value === false ? false : 'unknown',
        reads(sentry.if),
      ),
    ];
  });
}
const criterion = (
  sentry: number,
  kind: Criterion['criterion'],
  subject: Criterion['subject'],
  value: Criterion['value'],
  changedBy: readonly string[],
): Criterion => ({
  sentry,
  criterion: kind,
  subject,
  value,
  changedBy,
});
