/** What other cases are told after a settled step: mirrors, milestones, what is published, what is counted. */
import { evaluate, same } from './condition.js';
import { type Draft, currentNames, note, openDraft } from './draft.js';
import { reachedMilestones } from './ending.js';
import { mirrored } from './escalation.js';
import { periodOf } from './task.js';
import type { Facts, Json, State } from './types.js';

/** Compares the draft with the state before it; undefined at `begin`, when everything is told. */
export function tellOthers(draft: Draft, before: State | undefined): void {
  const { template, tellsOthers } = draft.plan;
  if (tellsOthers) {
    const old = earlier(draft, before);
    tellEscalations(draft, old);
    rebook(draft, old);
    tellMilestones(draft, old);
    if (template.kind === 'project') publish(draft, old);
  }
  if (!draft.state.ended && (!before || draft.isCounted)) count(draft);
}
/** The case before the step, opened only when something has to be compared with it. */
type Earlier = (() => Draft) | undefined;
function earlier(draft: Draft, before: State | undefined): Earlier {
  let opened: Draft | undefined;
  return before && (() => (opened ??= openDraft(draft.plan.template, before, before.now)));
}
/** After the end every mirror keeps its last value, except that a withdrawal is still sent. */
function tellEscalations(draft: Draft, old: Earlier): void {
  if (!old) return;
  for (const raised of draft.plan.raised) {
    const { escalation, id } = raised;
    if (!draft.isTouched(raised) || !draft.state.escalations[id]?.open) continue;
    const { state } = old();
    if (!state.escalations[id]?.open) continue;
    if (state.ended && !draft.log.some(({ code }) => code === 'withdraw')) continue;
    const values = mirrored(draft, escalation, false);
    if (!same(values, mirrored(old(), escalation, false)))
      draft.effects.push({ type: 'mirror', escalation: id, values });
  }
}
function rebook(draft: Draft, old: Earlier): void {
  if (!old) return;
  for (const node of draft.plan.nodes) {
    if (node.kind !== 'allocationTask' || !draft.isTouched(node)) continue;
    const { key } = currentNames(draft, node);
    if (draft.state.waiting[key] !== 'reserved' || old().state.waiting[key] !== 'reserved') continue;
    const period = periodOf(draft, node);
    if (!same(period as Json, periodOf(old(), node) as Json)) draft.effects.push({ type: 'rebook', item: key, period });
  }
}
function tellMilestones(draft: Draft, old: Earlier): void {
  if (old && !draft.occurred.length) return;
  const milestones = reachedMilestones(draft);
  const fresh = milestones.filter((id) => !old?.().reached(id));
  for (const { id, freeze } of Object.values(draft.plan.template.tallies)) {
    if (freeze !== undefined && fresh.includes(freeze)) draft.effects.push({ type: 'freeze', tally: id });
  }
  if (draft.plan.template.kind === 'escalation' && fresh.length && !draft.state.ended)
    draft.effects.push({ type: 'milestone', milestones });
}
function published(draft: Draft): { facts: Facts; milestones: readonly string[] } {
  const names = draft.plan.template.publish;
  const facts: { [path: string]: Json } = {};
  for (const name of names) {
    const value = draft.facts[name] ?? draft.fallback(name);
    if (value !== undefined) facts[name] = value;
  }
  return {
    facts,
    milestones: names.filter((name) => draft.plan.byId.get(name)?.kind === 'milestone' && draft.reached(name)),
  };
}
function publish(draft: Draft, old: Earlier): void {
  const now = published(draft);
  const ended = draft.state.ended !== undefined;
  const before = old && published(old());
  const isNews =
    !before ||
    !same(now.facts, before.facts) ||
    !same(now.milestones, before.milestones) ||
    ended !== (old?.().state.ended !== undefined);
  if (isNews) draft.effects.push({ type: 'publish', ...now, ...(ended ? { ended: true as const } : {}) });
}
function count(draft: Draft): void {
  for (const [tally, where] of Object.entries(draft.plan.template.countedBy)) {
    const holds = evaluate(where, draft) === true;
    if (draft.state.tallies[tally] === holds) continue;
    draft.edit('tallies')[tally] = holds;
    draft.effects.push({ type: 'count', tally, holds });
    note(draft, 'counted', undefined, { tally, holds });
  }
}
