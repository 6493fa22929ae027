/** The settling order (§4): one transition at a time, always the first class that applies, until nothing does. */
import { fallsAt, refreshClocks } from './clocks.js';
import { type Draft, currentKey, currentNames, hasNext, isLive, note, stageActive, stateOf, usedOf } from './draft.js';
import { endCase } from './ending.js';
import { isHeld, startReadyEscalation } from './escalation.js';
import { fireClock } from './fire.js';
import { completeItem, makeAvailable, startItem, terminateItem } from './lifecycle.js';
import type { Node } from './plan.js';
import { anyReady, consume, rearm } from './sentry.js';
import { goOnDeciding, goOnOffering, revoke } from './task.js';

/** (a) clock, revoked, goes on · (b) milestone, escalation · (c) exit · (d) complete · (e) start · (f) repeat · (g) default. */
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
    if (!moves(draft, draft.state.suspended ? SUSPENDED : ALL)) return true;
    draft.transitions += 1;
    if (draft.transitions > draft.plan.bound) return false;
  }
  return true;
}
function moves(draft: Draft, classes: readonly ((draft: Draft) => boolean)[]): boolean {
  for (const next of classes) if (next(draft)) return true;
  return false;
}
/** The first of a class that passes; what nothing has touched in this step cannot have become possible. */
function first(draft: Draft, nodes: readonly Node[], test: (draft: Draft, node: Node) => boolean): Node | undefined {
  for (const node of nodes) if (draft.isTouched(node) && test(draft, node)) return node;
  return undefined;
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
/** While suspended only statutory clocks and `maxAge` fire (§7). */
export function mayFire(draft: Draft, clock: string): boolean {
  return !draft.state.suspended || draft.state.deadlines[clock]?.statutory === true || clock.endsWith('/maxAge');
}
const offered = (draft: Draft, node: Node): boolean => draft.state.waiting[currentKey(draft, node)] === 'offered';

function revoked(draft: Draft): boolean {
  const node = first(draft, draft.plan.requiring, mustEnd);
  if (node) revoke(draft, node);
  return node !== undefined;
}
const mustEnd = (draft: Draft, node: Node): boolean =>
  stateOf(draft, node) === 'active' && offered(draft, node) && node.requires?.(draft) !== true;
function wentOn(draft: Draft): boolean {
  return first(draft, draft.plan.waiting, goesOn) !== undefined;
}
function goesOn(draft: Draft, node: Node): boolean {
  if (stateOf(draft, node) !== 'active') return false;
  if (node.kind === 'decisionTask') return goOnDeciding(draft, node);
  return !offered(draft, node) && goOnOffering(draft, node, currentKey(draft, node));
}
function occurred(draft: Draft): boolean {
  const node = first(draft, draft.plan.milestones, canStart);
  if (!node) return false;
  consume(draft, node, 'entry');
  completeItem(draft, node);
  return true;
}
function exited(draft: Draft): boolean {
  if (anyReady(draft, draft.plan.theCase, 'exit')) return endCase(draft, 'terminate');
  const node = first(draft, draft.plan.exiting, mustExit);
  if (!node) return false;
  consume(draft, node, 'exit');
  terminateItem(draft, node, stateOf(draft, node) === 'active' && node.kind !== 'stage' ? 'stopped' : undefined);
  return true;
}
const mustExit = (draft: Draft, node: Node): boolean =>
  stageActive(draft, node) && isLive(stateOf(draft, node)) && anyReady(draft, node, 'exit');
const endsBy = (node: Node) => (node.kind === 'stage' ? 'complete' : 'until');
function completed(draft: Draft): boolean {
  if (anyReady(draft, draft.plan.theCase, 'complete')) return endCase(draft, 'complete');
  const node = first(draft, draft.plan.completing, mustComplete);
  if (!node) return false;
  consume(draft, node, endsBy(node));
  completeItem(draft, node, node.kind === 'stage' ? undefined : 'done');
  return true;
}
const mustComplete = (draft: Draft, node: Node): boolean =>
  stateOf(draft, node) === 'active' && anyReady(draft, node, endsBy(node));
/** Available, its stage active, its entry ready (or none), its turn come, and nothing holding it. */
function canStart(draft: Draft, node: Node): boolean {
  if (stateOf(draft, node) !== 'available' || !stageActive(draft, node)) return false;
  const { key, clocks } = currentNames(draft, node);
  if (node.kind === 'timer' && draft.state.since[key]) return false;
  const every = node.of.repeat?.every && draft.state.deadlines[clocks.every];
  if (every && !every.fired) return false;
  if (!node.of.manualActivation && isHeld(draft, node)) return false;
  const waiting = draft.state.waiting[key];
  if (waiting === 'entryFired' || waiting === 'otherwise') return true;
  if (node.isOtherwise) return false;
  return !node.triggers.entry.length || anyReady(draft, node, 'entry');
}
function started(draft: Draft): boolean {
  const node = first(draft, draft.plan.starting, canStart);
  if (!node) return false;
  const key = currentKey(draft, node);
  const loops = draft.state.waiting[key] === 'entryFired';
  if (loops && node.while?.(draft) === false) terminateItem(draft, node, undefined, true);
  else begin(draft, node, key);
  return true;
}
function begin(draft: Draft, node: Node, key: string): void {
  if (draft.state.waiting[key] === undefined) consume(draft, node, 'entry');
  if (!node.of.manualActivation) return startItem(draft, node);
  draft.move(node, 'enabled');
  note(draft, 'enabled', key);
}
function repeated(draft: Draft): boolean {
  const node = first(draft, draft.plan.repeating, (_, each) => hasNext(draft, each) && stageActive(draft, each));
  if (node) makeAvailable(draft, node);
  return node !== undefined;
}
/** A required condition counts unless it is false; a further each-time occurrence is never required (§5). */
export function isRequired(draft: Draft, node: Node): boolean {
  if (node.eachTime && usedOf(draft, node) > 1) return false;
  return typeof node.required === 'boolean' ? node.required : node.required(draft) !== false;
}
function nothingLeft(draft: Draft, children: readonly Node[]): boolean {
  for (const child of children) {
    const state = stateOf(draft, child);
    if (state === 'active' || (isLive(state) && isRequired(draft, child))) return false;
  }
  return true;
}
function completedByDefault(draft: Draft): boolean {
  const { defaulting, template, top, theCase } = draft.plan;
  const stage = first(draft, defaulting, isDone);
  if (stage) completeItem(draft, stage);
  else if (template.complete?.length || !draft.isTouched(theCase) || !nothingLeft(draft, top)) return false;
  else return endCase(draft, 'complete');
  return true;
}
const isDone = (draft: Draft, stage: Node): boolean =>
  stateOf(draft, stage) === 'active' && nothingLeft(draft, stage.children);
