/** Items become available, start and end; one transition at a time, its events latch at once. */
import { evaluate } from './condition.js';
import { runClock, stopClocks } from './clocks.js';
import { type Draft, currentKey, isEachTime, isLive, keyOf, note, stateOf, usedOf } from './draft.js';
import { dayOf, instantOf, millis, readTerm } from './instant.js';
import { CASE } from './plan.js';
import { prepare, raise } from './sentry.js';
import { beginTask, leaveTask } from './task.js';
import type { Item } from './types.js';

const TRANSITIONS = ['start', 'complete', 'terminate', 'fault', 'exhausted', 'warn', 'overdue', 'occur'];

/** The first occurrence in its stage looks back; a further one keeps only what its entry has latched. */
export function makeAvailable(draft: Draft, item: Item): void {
  const first = usedOf(draft, item.id) === 0;
  const before = currentKey(draft, item.id);
  const number = (draft.latest.get(item.id) ?? 0) + 1;
  const key = keyOf(item.id, number);
  delete draft.state.armed[`${item.id}/next`];
  draft.latest.set(item.id, number);
  draft.state.items[key] = item.manualActivation && (!first || !item.entry?.length) ? 'enabled' : 'available';
  prepare(draft, { id: item.id, item }, first);
  if (item.kind === 'milestone') draft.state.since[key] = { at: draft.state.now, day: draft.day };
  if (!first) follow(draft, item, before, key);
}
/** A loop goes on without its entry; with `every` not sooner than that after the previous start. */
function follow(draft: Draft, item: Item, before: string, key: string): void {
  if (!isEachTime(item)) draft.state.waiting[key] = 'entryFired';
  const start = draft.state.since[before];
  if (item.repeat?.every && start) runClock(draft, `${key}/every`, item.repeat.every, start);
  if (item.kind === 'timer' && start) draft.state.since[`${key}/from`] = start;
  delete draft.state.since[before];
}

/** Starts an item that is available or enabled. */
export function startItem(draft: Draft, item: Item): void {
  const key = currentKey(draft, item.id);
  delete draft.state.deadlines[`${key}/every`];
  if (item.kind === 'timer') return startTimer(draft, key);
  delete draft.state.waiting[key];
  draft.state.items[key] = 'active';
  draft.state.since[key] = { at: draft.state.now, day: draft.day };
  note(draft, 'start', key);
  if (item.kind === 'stage') clearInside(draft, item);
  raise(draft, item.id, 'start');
  if (item.kind === 'stage') for (const child of draft.plan.children.get(item.id) ?? []) makeAvailable(draft, child);
  else beginTask(draft, item, key);
}
/** A timer stays available while its clock runs; a further occurrence counts from the day its predecessor fell due. */
function startTimer(draft: Draft, key: string): void {
  draft.state.waiting[key] = 'entryFired';
  draft.state.since[key] = draft.state.since[`${key}/from`] ?? { at: draft.state.now, day: draft.day };
  delete draft.state.since[`${key}/from`];
  note(draft, 'timerStarted', key);
}
/** Each start of a stage forgets what happened inside before; `count` and `date` run on. */
function clearInside(draft: Draft, stage: Item): void {
  for (const { id } of draft.plan.inside.get(stage.id) ?? []) {
    const latest = draft.latest.get(id) ?? 0;
    if (latest === 0) continue;
    draft.state.base[id] = latest;
    delete draft.state.outcomes[id];
    delete draft.state.armed[`${id}/next`];
    for (const transition of TRANSITIONS) {
      delete draft.state.happened[`${id}.${transition}`];
      delete draft.state.since[`${id}.${transition}`];
    }
  }
}

/** The world ends an item by `complete`, whatever the outcome. */
export function completeItem(
  draft: Draft,
  item: Item,
  outcome?: string,
  params?: { readonly [name: string]: string },
): void {
  const key = currentKey(draft, item.id);
  if (item.kind === 'stage') endInside(draft, item.id);
  leaveTask(draft, item, key, outcome);
  close(draft, item, key, 'completed', outcome);
  draft.state.count[item.id] = (draft.state.count[item.id] ?? 0) + 1;
  draft.state.date[item.id] = draft.day;
  const event = item.kind === 'timer' || item.kind === 'milestone' ? 'occur' : 'complete';
  note(draft, event, key, outcome === undefined ? params : { outcome, ...params });
  raise(draft, item.id, event);
  repeatOrExhaust(draft, item);
}
function repeatOrExhaust(draft: Draft, item: Item): void {
  const { repeat } = item;
  if (!repeat) return;
  const on = repeat.while === undefined || evaluate(repeat.while, draft) !== false;
  if (on && usedOf(draft, item.id) < repeat.max) draft.state.armed[`${item.id}/next`] = true;
  else if (on) {
    note(draft, 'exhausted', currentKey(draft, item.id));
    raise(draft, item.id, 'exhausted');
  }
}
/** Only the engine and `skip` terminate; a child that never started raises nothing when it ends with its stage. */
export function terminateItem(draft: Draft, item: Item, outcome: string | undefined, silent = false): void {
  const key = currentKey(draft, item.id);
  const started = stateOf(draft, item.id) === 'active' || stateOf(draft, item.id) === 'failed';
  if (item.kind === 'stage') endInside(draft, item.id);
  leaveTask(draft, item, key, outcome);
  const isTask = item.kind.endsWith('Task');
  close(draft, item, key, 'terminated', isTask && (started || outcome === 'skipped') ? outcome : undefined);
  const heard = !silent || started;
  note(draft, heard ? 'terminate' : 'neverStarted', key, outcome === undefined ? undefined : { outcome });
  if (heard) raise(draft, item.id, 'terminate');
  const again = outcome === 'skipped' || outcome === 'revoked';
  if (again && isEachTime(item) && usedOf(draft, item.id) < (item.repeat?.max ?? 1))
    draft.state.armed[`${item.id}/next`] = true;
}
function close(
  draft: Draft,
  item: Item,
  key: string,
  state: 'completed' | 'terminated',
  outcome: string | undefined,
): void {
  const at = draft.state.deadlines[`${key}/occur`];
  if (item.kind === 'timer' && at && draft.state.since[key]) draft.state.since[key] = fellDue(draft, item, at.at);
  stopClocks(draft, key);
  draft.state.items[key] = state;
  if (outcome !== undefined) draft.state.outcomes[item.id] = outcome;
  if (!(item.kind === 'allocationTask' && outcome === 'confirmed')) delete draft.state.waiting[key];
  if (!item.repeat) delete draft.state.since[key];
}
/** The mark from which the next occurrence counts: the last day of a term in days, the instant of one in hours. */
function fellDue(draft: Draft, item: Item, at: string): { at: string; day: string } {
  const iso = item.timer?.after && 'iso' in item.timer.after ? item.timer.after.iso : '';
  if ((readTerm(iso)?.hours ?? 0) > 0) return { at, day: dayOf(draft.calendar, millis(at)) };
  const day = dayOf(draft.calendar, millis(at) - 1);
  return { at: instantOf(millis(at) - 1), day };
}
/** Everything below a stage (or the case) ends with it, innermost first. */
export function endInside(draft: Draft, stage: string): void {
  for (const item of draft.plan.innermost) {
    if (stage !== CASE && !draft.plan.inside.get(stage)?.includes(item)) continue;
    delete draft.state.armed[`${item.id}/next`];
    if (!isLive(stateOf(draft, item.id))) continue;
    const started = stateOf(draft, item.id) === 'active' || stateOf(draft, item.id) === 'failed';
    terminateItem(draft, item, started ? 'stopped' : undefined, true);
  }
}
