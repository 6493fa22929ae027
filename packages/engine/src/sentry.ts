/** Sentries (§3): what latches, what is armed, what is ready, and what one start or end consumes. */
import { type Draft, hasLeft, hasNext, isLive, stageActive, stateOf } from './draft.js';
import { itemOf } from './names.js';
import { LISTS, type List, type Node, type Owner, type Trigger } from './plan.js';

/** Something has happened: it is remembered, and every sentry that waits for it latches at once. */
export function raise(draft: Draft, event: string): void {
  draft.edit('happened')[event] = draft.state.now;
  draft.edit('since')[event] = draft.mark;
  const heard = draft.plan.heard.get(event);
  if (!heard) return;
  for (const { owner, list, latch } of heard.parts) if (hears(draft, owner, list)) setLatch(draft, owner, latch);
  for (const node of heard.clocked) draft.touch(node);
  for (const node of heard.released) release(draft, node);
}
function setLatch(draft: Draft, owner: Owner, latch: string): void {
  if (draft.state.latches[latch] !== true) draft.edit('latches')[latch] = true;
  draft.touch(owner);
}
/** A confirmed reservation outlives its stage and ends here (§10). */
function release(draft: Draft, node: Node): void {
  for (const key of Object.keys(draft.state.waiting)) {
    if (itemOf(key) !== node.id || draft.state.waiting[key] === undefined) continue;
    if (draft.state.items[key] !== 'completed') continue;
    draft.setWaiting(node, key, undefined);
    draft.effects.push({ type: 'release', item: key });
  }
}
/** An on-part latches while its owner is unfinished, also between two occurrences, and its stage is active. */
function hears(draft: Draft, { item, escalation }: Owner, list: List): boolean {
  if (escalation) return !draft.state.ended && startedOf(draft, escalation.id) < escalation.max;
  if (!item) return !draft.state.ended;
  if (!stageActive(draft, item)) return false;
  const state = stateOf(draft, item);
  if (list === 'entry' && (state === 'active' || state === 'failed')) return item.eachTime && hasLeft(draft, item);
  return isLive(state) || hasNext(draft, item);
}
const startedOf = (draft: Draft, id: string): number => draft.state.escalations[id]?.started ?? 0;

/** At its first availability in a stage an owner looks back; later occurrences keep `entry` and begin the rest afresh. */
export function prepare(draft: Draft, owner: Owner, first: boolean): void {
  draft.touch(owner);
  for (const list of LISTS)
    if (list !== 'entry' || first) for (const trigger of owner.triggers[list]) prepareOne(draft, trigger, first);
}
function prepareOne(draft: Draft, { parts, edge }: Trigger, lookBack: boolean): void {
  if (!parts.length) draft.edit('armed')[edge] = true;
  for (const { event, latch } of parts)
    if (lookBack && draft.state.happened[event] !== undefined) draft.edit('latches')[latch] = true;
    else draft.drop('latches', latch);
}

export function isReady(draft: Draft, { parts, edge, condition }: Trigger): boolean {
  const { latches, armed } = draft.state;
  if (!parts.length && armed[edge] !== true) return false;
  for (const { latch } of parts) if (latches[latch] !== true) return false;
  return condition === undefined || condition(draft) === true;
}
export function anyReady(draft: Draft, owner: Owner, list: List): boolean {
  for (const trigger of owner.triggers[list]) if (isReady(draft, trigger)) return true;
  return false;
}
/** All sentries of the list that are ready are consumed together; the others keep their latches. */
export function consume(draft: Draft, owner: Owner, list: List): void {
  const ready = owner.triggers[list].filter((trigger) => isReady(draft, trigger));
  for (const { parts, edge } of ready) {
    if (!parts.length) draft.drop('armed', edge);
    for (const { latch } of parts) draft.drop('latches', latch);
  }
}
/** An edge is armed again whenever its condition is false or unknown. */
export function rearm(draft: Draft): void {
  for (const { owner, key, condition } of draft.plan.edges) {
    if (!draft.isTouched(owner) || draft.state.armed[key] === true || !isOpen(draft, owner)) continue;
    if (condition(draft) !== true) draft.edit('armed')[key] = true;
  }
}
function isOpen(draft: Draft, { item, escalation }: Owner): boolean {
  if (escalation || !item) return true;
  return stageActive(draft, item) && (isLive(stateOf(draft, item)) || hasNext(draft, item));
}
