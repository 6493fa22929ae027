/** Sentries: what latches, what is armed, what is ready, and what one start or end consumes. */
import { evaluate, holds } from './condition.js';
import { type Draft, hasNext, isEachTime, isLive, stageActive, stateOf, usedOf } from './draft.js';
import { LISTS, type List, type Owner, type Part, partKey, sentriesOf } from './plan.js';
import type { Sentry } from './types.js';

/** Something has happened: it is remembered, and every sentry that waits for it latches at once. */
export function raise(draft: Draft, source: string, transition: string): void {
  const event = `${source}.${transition}`;
  draft.state.happened[event] = draft.state.now;
  draft.state.since[event] = { at: draft.state.now, day: draft.day };
  for (const part of draft.plan.listeners.get(event) ?? [])
    if (hears(draft, part)) draft.state.latches[part.latch] = true;
  releaseOn(draft, event);
}
/** A confirmed reservation outlives its stage and ends here. */
function releaseOn(draft: Draft, event: string): void {
  for (const item of draft.plan.released) {
    if (item.release !== event) continue;
    for (const key of Object.keys(draft.state.waiting)) {
      if (key.split('#')[0] !== item.id || draft.state.items[key] !== 'completed') continue;
      delete draft.state.waiting[key];
      draft.effects.push({ type: 'release', item: key });
    }
  }
}

function hears(draft: Draft, { owner, list }: Part): boolean {
  const { item, escalation } = owner;
  if (escalation) return !draft.state.ended && (draft.state.escalations[escalation.id]?.started ?? 0) < escalation.max;
  if (!item) return !draft.state.ended;
  if (!stageActive(draft, item.parent)) return false;
  const state = stateOf(draft, item.id);
  if (list === 'entry' && (state === 'active' || state === 'failed'))
    return isEachTime(item) && usedOf(draft, item.id) < (item.repeat?.max ?? 1);
  return isLive(state) || hasNext(draft, item.id);
}

/** At its first availability in a stage an owner looks back; later occurrences keep `entry` and begin the rest afresh. */
export function prepare(draft: Draft, owner: Owner, first: boolean): void {
  for (const list of LISTS) {
    if (list === 'entry' && !first) continue;
    for (const [index, sentry] of sentriesOf(draft.plan, owner, list).entries())
      prepareOne(draft, owner.id, list, index, sentry, first);
  }
}
function prepareOne(draft: Draft, owner: string, list: List, index: number, sentry: Sentry, lookBack: boolean): void {
  if (!sentry.on?.length) {
    draft.state.armed[partKey(owner, list, index)] = true;
    return;
  }
  for (const [part, event] of sentry.on.entries()) {
    const key = partKey(owner, list, index, part);
    if (lookBack && draft.state.happened[event] !== undefined) draft.state.latches[key] = true;
    else delete draft.state.latches[key];
  }
}

export function isReady(draft: Draft, owner: string, list: List, index: number, sentry: Sentry): boolean {
  const waiting = sentry.on?.length
    ? sentry.on.some((_, part) => !draft.state.latches[partKey(owner, list, index, part)])
    : !draft.state.armed[partKey(owner, list, index)];
  return !waiting && holds(sentry.if, draft);
}
export function anyReady(draft: Draft, owner: Owner, list: List): boolean {
  if (owner.item && list !== 'until' && !owner.item[list]?.length) return false;
  return sentriesOf(draft.plan, owner, list).some((sentry, index) => isReady(draft, owner.id, list, index, sentry));
}
/** All sentries of the list that are ready are consumed together; the others keep their latches. */
export function consume(draft: Draft, owner: Owner, list: List): void {
  const ready = [...sentriesOf(draft.plan, owner, list).entries()].filter(([index, sentry]) =>
    isReady(draft, owner.id, list, index, sentry),
  );
  for (const [index, sentry] of ready) {
    delete draft.state.armed[partKey(owner.id, list, index)];
    for (const part of (sentry.on ?? []).keys()) delete draft.state.latches[partKey(owner.id, list, index, part)];
  }
}
/** An edge is armed again whenever its condition is false or unknown. */
export function rearm(draft: Draft): void {
  const { armed } = draft.state;
  for (const { owner, key, condition } of draft.plan.edges) {
    if (armed[key] || !isOpen(draft, owner)) continue;
    if (evaluate(condition, draft) !== true) armed[key] = true;
  }
}
function isOpen(draft: Draft, { item, escalation }: Owner): boolean {
  if (draft.state.ended) return false;
  if (escalation) return true;
  return !item || (stageActive(draft, item.parent) && (isLive(stateOf(draft, item.id)) || hasNext(draft, item.id)));
}
