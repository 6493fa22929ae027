/** Why an item is not yet further: each open criterion, its truth, and what can change it. */
import { evaluate, reads } from './condition.js';
import { type Draft, currentKey, itemOf, openDraft, stageActive, stateOf } from './draft.js';
import { holdsItem } from './escalation.js';
import { type List, partKey, sentriesOf } from './plan.js';
import { answered } from './total.js';
import type { Criterion, Item, Reasons, State, Template } from './types.js';

/** `item` is an occurrence key or an id; its state is that of the present occurrence. */
export function explain(template: Template, state: State, item: string): Reasons {
  return answered(() => reasons(template, state, item), { item, state: 'absent', criteria: [] });
}
function reasons(template: Template, state: State, item: string): Reasons {
  const draft = openDraft(template, state, state.now);
  const id = itemOf(item);
  const found = draft.plan.byId.get(id);
  const escalation = template.escalations[id];
  if (escalation)
    return {
      item,
      state: state.escalations[id]?.open ? 'active' : 'available',
      criteria: listed(draft, { id, escalation }, 'entry'),
    };
  if (!found) return { item, state: 'absent', criteria: [] };
  const at = stateOf(draft, id);
  return { item: at === 'absent' ? id : currentKey(draft, id), state: at, criteria: criteriaOf(draft, found, at) };
}
function criteriaOf(draft: Draft, item: Item, state: Reasons['state']): readonly Criterion[] {
  if (state === 'active')
    return [...listed(draft, { id: item.id, item }, 'complete'), ...listed(draft, { id: item.id, item }, 'until')];
  const around: Criterion[] = stageActive(draft, item.parent)
    ? []
    : [criterion(-1, 'stage', item.parent ?? 'case', false, [`${item.parent ?? 'case'}.start`])];
  if (state === 'completed' || state === 'terminated') return around;
  const manual = state === 'enabled' ? [criterion(-1, 'manual', item.id, false, item.role ? [item.role] : [])] : [];
  const key = currentKey(draft, item.id);
  const every = draft.state.deadlines[`${key}/every`];
  const waits = every && !every.fired ? [criterion(-1, 'event', `${key}/every`, false, [`${key}/every`])] : [];
  const passed = draft.state.waiting[key] !== undefined;
  const entry = passed || state === 'enabled' ? [] : listed(draft, { id: item.id, item }, 'entry');
  const started =
    draft.plan.otherwise.has(item.id) && !passed
      ? [criterion(-1, 'event', 'otherwise', false, withOtherwise(draft, item.id))]
      : [];
  return [...around, ...held(draft, item.id), ...waits, ...started, ...manual, ...entry];
}
const withOtherwise = (draft: Draft, id: string): readonly string[] =>
  draft.plan.items.filter((item) => item.otherwise === id).map((item) => item.id);
function held(draft: Draft, id: string): readonly Criterion[] {
  return Object.values(draft.plan.template.escalations).flatMap((escalation) => {
    if (!holdsItem(draft, escalation, id)) return [];
    const until = escalation.blocks[id] ?? 'complete';
    return [criterion(-1, 'hold', escalation.id, false, [`${escalation.id}.${until}`, `${escalation.id}.exhausted`])];
  });
}
function listed(draft: Draft, owner: Parameters<typeof sentriesOf>[1], list: List): readonly Criterion[] {
  return sentriesOf(draft.plan, owner, list).flatMap((sentry, index) => {
    const events = (sentry.on ?? []).map((event, part) =>
      criterion(index, 'event', event, draft.state.latches[partKey(owner.id, list, index, part)] === true, [event]),
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
