/** Escalations: cases of their own that may hold items of this one. */
import { runClock } from './clocks.js';
import { type Draft, note } from './draft.js';
import type { Node, Raised } from './plan.js';
import { anyReady, consume, raise } from './sentry.js';
import { valuesOf } from './task.js';
import type { Escalation, Facts } from './types.js';

/** What is sent of a parent: all `in` values, but after the start none that the child has made its own. */
export function mirrored(draft: Draft, escalation: Escalation, atStart: boolean): Facts {
  const own = new Set(Object.values(escalation.out));
  const entries = Object.entries(escalation.in).filter(([field]) => atStart || !own.has(field));
  return valuesOf(draft, Object.fromEntries(entries));
}
/** True while an open escalation holds the item. */
export function isHeld(draft: Draft, { holders }: Node): boolean {
  for (const holder of holders) if (holdsNow(draft, holder)) return true;
  return false;
}
export function holdsNow(draft: Draft, { escalation, until }: Node['holders'][number]): boolean {
  const state = draft.state.escalations[escalation];
  if (!state?.open || state.exhausted) return false;
  return until === null || !state.milestones.includes(until);
}
/** Fields that an open escalation will write: read-only here until it ends. */
export function isHeldField(draft: Draft, path: string): boolean {
  const writers = draft.plan.heldFields.get(path);
  return writers !== undefined && writers.some((id) => draft.state.escalations[id]?.open === true);
}
export function startEscalation(draft: Draft, { escalation, events }: Raised): void {
  const { id } = escalation;
  const started = (draft.state.escalations[id]?.started ?? 0) + 1;
  draft.setEscalation(id, { open: true, started, milestones: [] });
  const out = Object.values(escalation.out);
  draft.effects.push({
    type: 'escalate',
    escalation: id,
    number: started,
    template: escalation.template,
    in: mirrored(draft, escalation, true),
    out,
  });
  runClock(draft, `${id}/maxAge`, escalation.maxAge, draft.mark);
  note(draft, 'start', id);
  raise(draft, events.start);
}
export function startReadyEscalation(draft: Draft): boolean {
  for (const raised of draft.plan.raised) {
    if (!draft.isTouched(raised)) continue;
    const state = draft.state.escalations[raised.id];
    if (state?.open || (state?.started ?? 0) >= raised.escalation.max) continue;
    if (!anyReady(draft, raised, 'entry')) continue;
    consume(draft, raised, 'entry');
    startEscalation(draft, raised);
    return true;
  }
  return false;
}
/** Milestones of the child that are new here become events. */
export function hearMilestones(draft: Draft, id: string, milestones: readonly string[]): void {
  const state = draft.state.escalations[id];
  if (!state) return;
  const fresh = milestones.filter((milestone) => !state.milestones.includes(milestone));
  draft.setEscalation(id, { ...state, milestones: [...state.milestones, ...fresh] });
  for (const milestone of fresh) {
    note(draft, 'milestone', id, { milestone });
    raise(draft, `${id}.${milestone}`);
  }
}
export function endEscalation(draft: Draft, id: string, end: 'complete' | 'terminate'): void {
  const state = draft.state.escalations[id];
  if (!state) return;
  draft.setEscalation(id, { ...state, open: false });
  draft.drop('deadlines', `${id}/maxAge`);
  note(draft, end, id);
  raise(draft, `${id}.${end}`);
}
/** At `maxAge` the holds lift; the escalation itself goes on. */
export function exhaustEscalation(draft: Draft, id: string): void {
  const state = draft.state.escalations[id];
  if (!state?.open) return;
  draft.setEscalation(id, { ...state, exhausted: true });
  note(draft, 'exhausted', id);
  raise(draft, `${id}.exhausted`);
}
