/** What people do: submit, start, skip, retry, withdraw, reopen, suspend. Each refuses, or changes the draft. */
import { same } from './condition.js';
import { checkValues } from './check-form.js';
import { type Draft, currentKey, hasLeft, isLive, itemOf, note, own, stageActive, stateOf } from './draft.js';
import { isHeld, isHeldField, startEscalation } from './escalation.js';
import { isDay } from './instant.js';
import { completeItem, makeAvailable, startItem, terminateItem } from './lifecycle.js';
import { beginTask } from './task.js';
import type { Node, Raised } from './plan.js';
import type { Event, Refusal, RefusalCode } from './types.js';
import { refuseBad, writeAnswers } from './writing.js';

export type Of<T extends Event['type']> = Extract<Event, { readonly type: T }>;
export type Refusals = readonly Refusal[];
const NONE: Refusals = [];
export const refuse = (code: RefusalCode, path?: string): Refusals => [
  { code, ...(path === undefined ? {} : { path }) },
];

/** The item of an occurrence key, when that is its present occurrence. */
export function present(draft: Draft, key: string): Node | undefined {
  const item = draft.plan.byId.get(itemOf(key));
  return item && currentKey(draft, item) === key && stateOf(draft, item) !== 'absent' ? item : undefined;
}
/** `happenedOn`: a day, not in the future and not before the item's start; it becomes the day of the whole step. */
export function happen(draft: Draft, on: string | undefined, key: string): Refusals {
  if (on === undefined) return NONE;
  const start = draft.state.since[key];
  if (!isDay(on) || on > draft.day || (start && on < start.day)) return refuse('badValue', 'happenedOn');
  draft.day = on;
  return [];
}
/** Not the person who completed those tasks, in any occurrence. */
function isOneOf(draft: Draft, { of: item }: Node, by: string): boolean {
  if (!item.notBy?.length) return false;
  return Object.entries(draft.state.doneBy).some(([key, member]) => member === by && item.notBy?.includes(itemOf(key)));
}

export function submit(draft: Draft, event: Of<'submit'>): Refusals {
  const item = present(draft, event.item);
  if (!item || item.kind !== 'humanTask' || stateOf(draft, item) !== 'active') return refuse('notEnabled', event.item);
  if (isOneOf(draft, item, event.by)) return refuse('notBy', event.item);
  const { outcomes } = item;
  const outcome = event.outcome ?? (outcomes.length === 1 ? outcomes[0] : undefined);
  const refusals = [
    happen(draft, event.happenedOn, event.item),
    outcome !== undefined && outcomes.includes(outcome)
      ? NONE
      : refuse(event.outcome === undefined ? 'missingAnswer' : 'badValue', 'outcome'),
    checkValues(draft.plan, item.of.form, event.values, draft, (path) => isHeldField(draft, path)),
    changed(draft, event),
  ];
  if (refusals.some(({ length }) => length)) return refusals.flat();
  writeAnswers(draft, event.values);
  draft.edit('doneBy')[event.item] = event.by;
  completeItem(draft, item, outcome);
  return [];
}
/** A field that somebody else changed since the form was opened refuses the whole submission (§8). */
function changed(draft: Draft, { values, seen }: Of<'submit'>): Refusals {
  if (!seen) return NONE;
  return Object.keys(values).flatMap((path): Refusals => {
    if (!Object.hasOwn(seen, path)) return [];
    const present = draft.facts[path] ?? null;
    return same(present, seen[path] ?? null)
      ? []
      : [{ code: 'factChanged', path, params: { old: seen[path] ?? null, new: present } }];
  });
}

export function start(draft: Draft, event: Of<'start'>): Refusals {
  const raised = draft.plan.raised.find(({ id }) => id === event.item);
  if (raised) return startByHand(draft, raised, event);
  const item = present(draft, event.item);
  if (!item || stateOf(draft, item) !== 'enabled' || !stageActive(draft, item)) return refuse('notEnabled', event.item);
  if (isHeld(draft, item)) return refuse('held', event.item);
  const refusals = [...happen(draft, event.happenedOn, ''), ...refuseBad(draft, event.values ?? {})];
  if (refusals.length) return refusals;
  writeAnswers(draft, event.values ?? {});
  startItem(draft, item);
  return [];
}
function startByHand(draft: Draft, raised: Raised, event: Of<'start'>): Refusals {
  const { escalation } = raised;
  const state = own(draft.state.escalations, event.item);
  if (!escalation.manualActivation || state?.open) return refuse('notEnabled', event.item);
  if ((state?.started ?? 0) >= escalation.max) return refuse('noOccurrenceLeft', event.item);
  const refusals = [...happen(draft, event.happenedOn, ''), ...refuseBad(draft, event.values ?? {})];
  if (refusals.length) return refusals;
  writeAnswers(draft, event.values ?? {});
  startEscalation(draft, raised);
  return [];
}
export function skip(draft: Draft, event: Of<'skip'>): Refusals {
  const item = present(draft, event.item);
  if (!item || !item.isTask || !isLive(stateOf(draft, item))) return refuse('notEnabled', event.item);
  if (!stageActive(draft, item)) return refuse('notEnabled', event.item);
  if (!item.of.skip?.some((role) => event.roles?.includes(role))) return refuse('notBy', event.item);
  note(draft, 'skip', event.item, { code: event.code });
  terminateItem(draft, item, 'skipped');
  return [];
}
export function retry(draft: Draft, event: Of<'retry'>): Refusals {
  const item = present(draft, event.item);
  if (!item || stateOf(draft, item) !== 'failed') return refuse('notEnabled', event.item);
  draft.move(item, 'active');
  note(draft, 'retry', event.item);
  beginTask(draft, item, event.item);
  return [];
}
/** Accepted in any state of the case: consent can always be taken back. */
export function withdraw(draft: Draft, event: Of<'withdraw'>): Refusals {
  const field = own(draft.plan.template.fields, event.field);
  if (!field || !draft.plan.withdrawable.has(event.field)) return refuse('badValue', event.field);
  const value = field.type === 'boolean' ? (field.withdrawn ?? false) : field.withdrawn;
  if (value === undefined) return refuse('badValue', event.field);
  draft.setFact(event.field, value);
  note(draft, 'withdraw', undefined, { field: event.field });
  return [];
}
/** The only way back to something that ended, while an occurrence is left. */
export function reopen(draft: Draft, event: Of<'reopen'>): Refusals {
  const item = present(draft, event.item);
  const state = item && stateOf(draft, item);
  const mayAgain = item && (item.kind === 'stage' || item.isTask) && (state === 'completed' || state === 'terminated');
  if (!item || !mayAgain || !stageActive(draft, item)) return refuse('notEnabled', event.item);
  if (!hasLeft(draft, item)) return refuse('noOccurrenceLeft', event.item);
  if (isHeld(draft, item)) return refuse('held', event.item);
  makeAvailable(draft, item);
  note(draft, 'reopen', currentKey(draft, item), event.code === undefined ? undefined : { code: event.code });
  startItem(draft, item);
  return [];
}
