/** Items become available, start and end; one transition at a time, its events latch at once (§4, §5). */
import { runClock, stopClocks } from './clocks.js';
import { type Draft, type Mark, currentNames, hasLeft, isLive, note, stateOf, usedOf } from './draft.js';
import { dayOf, instantOf, millis, readTerm } from './instant.js';
import { TRANSITIONS } from './names.js';
import type { Node } from './plan.js';
import { prepare, raise } from './sentry.js';
import { beginTask, leaveTask } from './task.js';

/** The first occurrence in its stage looks back; a further one keeps only what its entry has latched. */
export function makeAvailable(draft: Draft, node: Node): void {
  const first = usedOf(draft, node) === 0;
  const before = currentNames(draft, node).key;
  draft.latest[node.index] = (draft.latest[node.index] ?? 0) + 1;
  if (node.of.repeat) draft.drop('armed', node.next);
  const enabled = node.of.manualActivation && (!first || !node.of.entry?.length);
  draft.move(node, enabled ? 'enabled' : 'available');
  prepare(draft, node, first);
  if (node.kind === 'milestone') draft.edit('since')[currentNames(draft, node).key] = draft.mark;
  if (!first) follow(draft, node, before);
}
/** A loop goes on without its entry; with `every` not sooner than that after the previous start. */
function follow(draft: Draft, node: Node, before: string): void {
  const { key, from, clocks } = currentNames(draft, node);
  if (!node.eachTime) draft.setWaiting(node, key, 'entryFired');
  const start = draft.state.since[before];
  if (node.of.repeat?.every && start) runClock(draft, clocks.every, node.of.repeat.every, start);
  if (node.kind === 'timer' && start) draft.edit('since')[from] = start;
  draft.drop('since', before);
}

/** Starts an item that is available or enabled. */
export function startItem(draft: Draft, node: Node): void {
  const { key, clocks } = currentNames(draft, node);
  if (node.of.repeat?.every) draft.drop('deadlines', clocks.every);
  if (node.kind === 'timer') return startTimer(draft, node);
  draft.setWaiting(node, key, undefined);
  draft.move(node, 'active');
  draft.edit('since')[key] = draft.mark;
  note(draft, 'start', key);
  if (node.kind === 'stage') for (const inside of node.below) clear(draft, inside);
  raise(draft, node.events.start);
  if (node.kind === 'stage') for (const child of node.children) makeAvailable(draft, child);
  else beginTask(draft, node, key);
}
/** A timer stays available while its clock runs; a further occurrence counts from the day its predecessor fell due. */
function startTimer(draft: Draft, node: Node): void {
  const { key, from } = currentNames(draft, node);
  draft.setWaiting(node, key, 'entryFired');
  draft.edit('since')[key] = draft.state.since[from] ?? draft.mark;
  draft.drop('since', from);
  note(draft, 'timerStarted', key);
}
/** Each start of a stage forgets what happened inside before; `count` and `date` run on. */
function clear(draft: Draft, node: Node): void {
  if (!draft.latest[node.index]) return;
  draft.forget(node);
  draft.setOutcome(node, undefined);
  draft.drop('armed', node.next);
  for (const transition of TRANSITIONS) {
    draft.drop('happened', node.events[transition]);
    draft.drop('since', node.events[transition]);
  }
}

/** The world ends an item by `complete`, whatever the outcome (§6). */
export function completeItem(
  draft: Draft,
  node: Node,
  outcome?: string,
  params?: { readonly [name: string]: string },
): void {
  const { key } = currentNames(draft, node);
  if (node.kind === 'stage') endInside(draft, node.below);
  leaveTask(draft, node, key, outcome);
  close(draft, node, 'completed', outcome);
  countUp(draft, node);
  const event = node.kind === 'timer' || node.kind === 'milestone' ? 'occur' : 'complete';
  note(draft, event, key, outcome === undefined ? params : { outcome, ...params });
  raise(draft, node.events[event]);
  repeatOrExhaust(draft, node, key);
}
function countUp(draft: Draft, node: Node): void {
  draft.edit('count')[node.id] = draft.counted(node.id) + 1;
  draft.edit('date')[node.id] = draft.day;
  draft.touchEach(node.readers.count);
  draft.touchEach(node.readers.date);
  if (node.kind === 'milestone') draft.occurred.push(node.id);
}
/** `while` is read after the count has risen; the last occurrence completes and is exhausted in one transition (§5). */
function repeatOrExhaust(draft: Draft, node: Node, key: string): void {
  if (!node.of.repeat || node.while?.(draft) === false) return;
  if (hasLeft(draft, node)) return draft.armNext(node);
  note(draft, 'exhausted', key);
  raise(draft, node.events.exhausted);
}
/** Only the engine and `skip` terminate; a child that never started raises nothing when it ends with its stage. */
export function terminateItem(draft: Draft, node: Node, outcome: string | undefined, silent = false): void {
  const { key } = currentNames(draft, node);
  const started = hasStarted(draft, node);
  if (node.kind === 'stage') endInside(draft, node.below);
  leaveTask(draft, node, key, outcome);
  close(draft, node, 'terminated', node.isTask && (started || outcome === 'skipped') ? outcome : undefined);
  const heard = !silent || started;
  note(draft, heard ? 'terminate' : 'neverStarted', key, outcome === undefined ? undefined : { outcome });
  if (heard) raise(draft, node.events.terminate);
  const again = outcome === 'skipped' || outcome === 'revoked';
  if (again && node.eachTime && hasLeft(draft, node)) draft.armNext(node);
}
const hasStarted = (draft: Draft, node: Node): boolean =>
  stateOf(draft, node) === 'active' || stateOf(draft, node) === 'failed';
function close(draft: Draft, node: Node, state: 'completed' | 'terminated', outcome: string | undefined): void {
  const names = currentNames(draft, node);
  const { key } = names;
  const at = draft.state.deadlines[names.clocks.occur];
  if (node.kind === 'timer' && at && draft.state.since[key]) draft.edit('since')[key] = fellDue(draft, node, at.at);
  stopClocks(draft, node, names);
  draft.move(node, state);
  if (outcome !== undefined) draft.setOutcome(node, outcome);
  if (!(node.kind === 'allocationTask' && outcome === 'confirmed')) draft.setWaiting(node, key, undefined);
  if (!node.of.repeat) draft.drop('since', key);
}
/** The mark from which the next occurrence counts: the last day of a term in days, the instant of one in hours. */
function fellDue(draft: Draft, { of: { timer } }: Node, at: string): Mark {
  const iso = timer?.after && 'iso' in timer.after ? timer.after.iso : '';
  if ((readTerm(iso)?.hours ?? 0) > 0) return { at, day: dayOf(draft.calendar, millis(at)) };
  const day = dayOf(draft.calendar, millis(at) - 1);
  return { at: instantOf(millis(at) - 1), day };
}
/** Everything below a stage (or the case) ends with it, innermost first. */
export function endInside(draft: Draft, nodes: readonly Node[]): void {
  for (const node of nodes) {
    if (node.of.repeat) draft.drop('armed', node.next);
    if (!isLive(stateOf(draft, node))) continue;
    terminateItem(draft, node, hasStarted(draft, node) ? 'stopped' : undefined, true);
  }
}
