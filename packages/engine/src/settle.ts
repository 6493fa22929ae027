/** The settling order: one transition at a time, always the first class that applies, until nothing does. */
import { evaluate, holds } from './condition.js';
import { fallsAt, refreshClocks } from './clocks.js';
import { type Draft, currentKey, hasNext, isEachTime, isLive, note, stageActive, stateOf, usedOf } from './draft.js';
import { endCase } from './ending.js';
import { isHeld, startReadyEscalation } from './escalation.js';
import { fireClock } from './fire.js';
import { completeItem, makeAvailable, startItem, terminateItem } from './lifecycle.js';
import { CASE } from './plan.js';
import { anyReady, consume, rearm } from './sentry.js';
import { goOnDeciding, goOnOffering, revoke } from './task.js';
import type { Item } from './types.js';

const ALL = [
  passedClock,
  revoked,
  wentOn,
  occurred,
  startReadyEscalation,
  exited,
  completed,
  started,
  repeated,
  completedByDefault,
];
const SUSPENDED = [passedClock, revoked, exited];

/** False when the template does not settle: more transitions than any settled step can have. */
export function settle(draft: Draft): boolean {
  while (!draft.state.ended) {
    refreshClocks(draft);
    rearm(draft);
    if (!(draft.state.suspended ? SUSPENDED : ALL).some((next) => next(draft))) return true;
    draft.transitions += 1;
    if (draft.transitions > draft.plan.bound) return false;
  }
  return true;
}

function passedClock(draft: Draft): boolean {
  let found: { clock: string; ms: number } | undefined;
  for (const clock of draft.computed) {
    const deadline = draft.state.deadlines[clock];
    if (!deadline || deadline.fired || !mayFire(draft, clock)) continue;
    const ms = fallsAt(draft.state, deadline);
    if (ms <= draft.nowMs && (!found || ms < found.ms)) found = { clock, ms };
  }
  if (found) fireClock(draft, found.clock);
  return found !== undefined;
}
/** While suspended only statutory clocks and `maxAge` fire. */
export function mayFire(draft: Draft, clock: string): boolean {
  return !draft.state.suspended || draft.state.deadlines[clock]?.statutory === true || clock.endsWith('/maxAge');
}
const offered = (draft: Draft, item: Item): boolean => draft.state.waiting[currentKey(draft, item.id)] === 'offered';
const find = (items: readonly Item[], test: (item: Item) => boolean): Item | undefined => items.find(test);

function revoked(draft: Draft): boolean {
  const item = find(draft.plan.items, (each) => {
    if (!each.requires || stateOf(draft, each.id) !== 'active' || !offered(draft, each)) return false;
    return !holds(each.requires, draft);
  });
  if (item) revoke(draft, item);
  return item !== undefined;
}
function wentOn(draft: Draft): boolean {
  return draft.plan.items.some((item) => {
    if (stateOf(draft, item.id) !== 'active') return false;
    if (item.kind === 'decisionTask') return goOnDeciding(draft, item);
    const waits = (item.kind === 'partnerTask' || item.kind === 'surveyTask') && !offered(draft, item);
    return waits && goOnOffering(draft, item, currentKey(draft, item.id));
  });
}
function occurred(draft: Draft): boolean {
  const item = find(draft.plan.items, (each) => each.kind === 'milestone' && canStart(draft, each));
  if (!item) return false;
  consume(draft, { id: item.id, item }, 'entry');
  completeItem(draft, item);
  return true;
}
function exited(draft: Draft): boolean {
  if (anyReady(draft, { id: CASE }, 'exit')) return endCase(draft, 'terminate');
  const item = find(draft.plan.outermost, (each) => {
    const open = stageActive(draft, each.parent) && isLive(stateOf(draft, each.id));
    return open && anyReady(draft, { id: each.id, item: each }, 'exit');
  });
  if (!item) return false;
  consume(draft, { id: item.id, item }, 'exit');
  terminateItem(draft, item, stateOf(draft, item.id) === 'active' && item.kind !== 'stage' ? 'stopped' : undefined);
  return true;
}
function completed(draft: Draft): boolean {
  if (anyReady(draft, { id: CASE }, 'complete')) return endCase(draft, 'complete');
  for (const item of draft.plan.outermost) {
    if (stateOf(draft, item.id) !== 'active') continue;
    const list = item.kind === 'stage' ? 'complete' : 'until';
    if (!anyReady(draft, { id: item.id, item }, list)) continue;
    consume(draft, { id: item.id, item }, list);
    completeItem(draft, item, list === 'until' ? 'done' : undefined);
    return true;
  }
  return false;
}
/** Available, its stage active, its entry ready (or none), its turn come, and nothing holding it. */
function canStart(draft: Draft, item: Item): boolean {
  if (stateOf(draft, item.id) !== 'available' || !stageActive(draft, item.parent)) return false;
  const key = currentKey(draft, item.id);
  if (item.kind === 'timer' && draft.state.since[key]) return false;
  const every = draft.state.deadlines[`${key}/every`];
  if (every && !every.fired) return false;
  const enabling = item.manualActivation === true;
  if (!enabling && isHeld(draft, item.id)) return false;
  const waiting = draft.state.waiting[key];
  if (waiting === 'entryFired' || waiting === 'otherwise') return true;
  if (draft.plan.otherwise.has(item.id)) return false;
  return !item.entry?.length || anyReady(draft, { id: item.id, item }, 'entry');
}
function started(draft: Draft): boolean {
  const item = find(draft.plan.items, (each) => each.kind !== 'milestone' && canStart(draft, each));
  if (!item) return false;
  const key = currentKey(draft, item.id);
  const loops = draft.state.waiting[key] === 'entryFired';
  if (loops && item.repeat?.while && evaluate(item.repeat.while, draft) === false)
    terminateItem(draft, item, undefined, true);
  else begin(draft, item, key);
  return true;
}
function begin(draft: Draft, item: Item, key: string): void {
  if (draft.state.waiting[key] === undefined) consume(draft, { id: item.id, item }, 'entry');
  if (!item.manualActivation) return startItem(draft, item);
  draft.state.items[key] = 'enabled';
  note(draft, 'enabled', key);
}
function repeated(draft: Draft): boolean {
  const item = find(draft.plan.items, (each) => hasNext(draft, each.id) && stageActive(draft, each.parent));
  if (item) makeAvailable(draft, item);
  return item !== undefined;
}
/** A required condition counts unless it is false; a further each-time occurrence is never required. */
export function isRequired(draft: Draft, item: Item): boolean {
  if (isEachTime(item) && usedOf(draft, item.id) > 1) return false;
  if (typeof item.required === 'boolean') return item.required;
  if (item.required) return evaluate(item.required, draft) !== false;
  return (
    !item.manualActivation && item.kind !== 'timer' && item.kind !== 'milestone' && !draft.plan.otherwise.has(item.id)
  );
}
function nothingLeft(draft: Draft, stage: string): boolean {
  return (draft.plan.children.get(stage) ?? []).every((child) => {
    const state = stateOf(draft, child.id);
    if (state === 'active') return false;
    return !isLive(state) || !isRequired(draft, child);
  });
}
function completedByDefault(draft: Draft): boolean {
  const stage = find(draft.plan.innermost, (each) => {
    return (
      each.kind === 'stage' &&
      !each.complete?.length &&
      stateOf(draft, each.id) === 'active' &&
      nothingLeft(draft, each.id)
    );
  });
  if (stage) completeItem(draft, stage);
  else if (draft.plan.template.complete?.length || !nothingLeft(draft, CASE)) return false;
  else return endCase(draft, 'complete');
  return true;
}
