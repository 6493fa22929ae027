/** Undo: within ten seconds, while a person's step is the last one and no other case has acted on it. */
import { type Draft, type Outgoing, itemOf, withoutPast } from './draft.js';
import { same } from './condition.js';
import { millis } from './instant.js';
import type { Effect, Json, State } from './types.js';

const WINDOW = 10_000;
const TOLD: readonly Effect['type'][] = ['escalate', 'parentEnded', 'milestone', 'result', 'freeze'];
/** Published fields may be taken back by publishing again; a published milestone may not. */
export function canBeUndone(draft: Draft, before: State): boolean {
  return !draft.effects.some((effect) => {
    if (effect.type === 'publish')
      return effect.ended === true || effect.milestones.some((id) => before.items[id] !== 'completed');
    return TOLD.includes(effect.type);
  });
}
/** The state as `before` keeps it: itself without its own past. */
export const remembered = (state: State): Json => withoutPast(state) as unknown as Json;
export function isUndoable(state: State, nowMs: number): boolean {
  return state.before !== undefined && nowMs - millis(state.now) <= WINDOW;
}
/** The state before the last step; revision and time go on. */
export function undone(state: State, now: string): State {
  const before = state.before as unknown as State;
  return { ...before, revision: state.revision + 1, now, sources: state.sources };
}
/** What the undone step told is told again as it is now. */
export function takeBack(draft: Draft, undoneState: State): readonly Outgoing[] {
  const tallies = Object.entries(draft.state.tallies).filter(([tally, holds]) => undoneState.tallies[tally] !== holds);
  const gone = Object.keys(undoneState.items).filter(
    (key) => isAllocation(draft, key) && undoneState.items[key] === 'active' && draft.state.items[key] !== 'active',
  );
  const keys = gone.filter(
    (key) => !same(draft.state.waiting[key], undoneState.waiting[key]) || draft.state.items[key] === undefined,
  );
  return [
    ...tallies.map(([tally, holds]): Outgoing => ({ type: 'count', tally, holds })),
    ...keys.map((key): Outgoing => ({ type: 'release', item: key })),
  ];
}
const isAllocation = (draft: Draft, key: string): boolean =>
  draft.plan.byId.get(itemOf(key))?.kind === 'allocationTask';
