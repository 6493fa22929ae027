/** The case itself ends: what runs is stopped, reservations come free, escalations are told and go on. */
import { type Draft, itemOf, note } from './draft.js';
import { endInside } from './lifecycle.js';
import type { Facts, Json } from './types.js';

export function endCase(draft: Draft, how: 'complete' | 'terminate'): true {
  endInside(draft, draft.plan.innermost);
  const { state, effects, plan } = draft;
  for (const key of Object.keys(state.waiting)) {
    if (state.waiting[key] !== undefined && plan.byId.get(itemOf(key))?.kind === 'allocationTask')
      effects.push({ type: 'release', item: key });
    draft.drop('waiting', key);
  }
  state.deadlines = {};
  state.ended = state.now;
  delete state.suspended;
  note(draft, how === 'complete' ? 'caseCompleted' : 'caseExited');
  if (Object.values(state.escalations).some(({ open }) => open)) effects.push({ type: 'parentEnded' });
  const milestones = reachedMilestones(draft);
  if (plan.template.kind === 'escalation')
    effects.push({ type: 'result', end: how, values: reported(draft), milestones });
  if (how === 'terminate') stopCounting(draft);
  return true;
}
/** One that ends by `exit` counts as false; one that completed keeps its last truth. */
function stopCounting(draft: Draft): void {
  for (const tally of Object.keys(draft.plan.template.countedBy)) {
    if (draft.state.tallies[tally] === false) continue;
    draft.edit('tallies')[tally] = false;
    draft.effects.push({ type: 'count', tally, holds: false });
  }
}
export const reachedMilestones = (draft: Draft): readonly string[] =>
  draft.plan.milestones.filter(({ id }) => draft.reached(id)).map(({ id }) => id);
/** Only the fields that the parent's `out` names leave an escalation; without that list none does. */
function reported(draft: Draft): Facts {
  const found: { [path: string]: Json } = {};
  for (const path of draft.state.reports ?? []) {
    const value = draft.facts[path] ?? draft.fallback(path);
    if (value !== undefined) found[path] = value;
  }
  return found;
}
