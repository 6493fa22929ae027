/** A correction replaces values and runs the tables that read them again; what ended stays ended. */
import { reads } from './condition.js';
import { decide } from './decision-table.js';
import { type Draft, note, stateOf } from './draft.js';
import { type Of, type Refusals, refuse } from './by-people.js';
import { isHeldField } from './escalation.js';
import { LISTS } from './plan.js';
import type { Decision } from './types.js';
import { refuseBad, writeAnswers } from './writing.js';

export function correct(draft: Draft, event: Of<'correct'>): Refusals {
  const tables = Object.values(draft.plan.template.decisions);
  const decided = new Set(tables.flatMap((table) => table.outputs));
  const refusals = Object.keys(event.values).flatMap((path): Refusals => {
    if (decided.has(path)) return refuse('badValue', path);
    return isHeldField(draft, path) ? refuse('heldByEscalation', path) : [];
  });
  const all = [...refuseBad(draft, event.values), ...refusals];
  if (all.length) return all;
  writeAnswers(draft, event.values);
  const changed = new Set(Object.keys(event.values));
  note(draft, 'correct', undefined, { fields: [...changed] });
  if (!draft.state.ended) decideAgain(draft, changed);
  for (const item of restsOn(draft, changed)) note(draft, 'restsOn', item);
  return [];
}
/** Completed decision tasks that read a corrected field, or an output changed by this, once each in file order. */
function decideAgain(draft: Draft, changed: Set<string>): void {
  for (const node of draft.plan.nodes) {
    const table = draft.plan.template.decisions[node.of.decision ?? ''];
    if (!table || stateOf(draft, node) !== 'completed' || !readsAny(table, changed)) continue;
    const outputs = decide(table, draft);
    for (const path of table.outputs) {
      draft.setFact(path, outputs?.[path]);
      changed.add(path);
    }
    note(draft, 'decidedAgain', node.id);
  }
}
const readsAny = (table: Decision, paths: ReadonlySet<string>): boolean =>
  table.inputs.some((input) => reads(input).some((path) => paths.has(path)));
/** Every item that started or ended through a sentry or table that read one of these values. */
function restsOn(draft: Draft, changed: ReadonlySet<string>): readonly string[] {
  return draft.plan.nodes.flatMap((node) => {
    const state = stateOf(draft, node);
    if (state === 'absent' || state === 'available') return [];
    const ended = state === 'completed' || state === 'terminated';
    const sentries = LISTS.filter((list) => list === 'entry' || ended).flatMap((list) => node.triggers[list]);
    const table = draft.plan.template.decisions[node.of.decision ?? ''];
    const rests = sentries.some(({ sentry }) => sentry.if && reads(sentry.if).some((path) => changed.has(path)));
    return rests || (table && readsAny(table, changed)) ? [node.id] : [];
  });
}
