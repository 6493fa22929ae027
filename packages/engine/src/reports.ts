/** What the world reports of a task: a letter, a survey, a partner, a reservation, a connector. */
import { checkValues } from './check-form.js';
import { runClock } from './clocks.js';
import { type Draft, note, stateOf } from './draft.js';
import { type Of, type Refusals, happen, present, refuse } from './by-people.js';
import { isHeldField } from './escalation.js';
import { completeItem } from './lifecycle.js';
import { raise } from './sentry.js';
import type { Node } from './plan.js';
import type { Json, TaskKind, Values } from './types.js';
import { refuseBad, writeAnswers } from './writing.js';

type Report = Of<'letter' | 'survey' | 'partner' | 'allocation' | 'service'>;
const KINDS: { readonly [type in Report['type']]: TaskKind } = {
  letter: 'letterTask',
  survey: 'surveyTask',
  partner: 'partnerTask',
  allocation: 'allocationTask',
  service: 'serviceTask',
};

export function report(draft: Draft, event: Report): Refusals {
  const late = lateReport(draft, event);
  if (late) return late;
  const item = present(draft, event.item);
  if (!item || item.kind !== KINDS[event.type] || stateOf(draft, item) !== 'active')
    return refuse('notEnabled', event.item);
  const bad = happen(draft, event.happenedOn, event.item);
  if (bad.length) return bad;
  if (event.fault) return fail(draft, item, event.item);
  switch (event.type) {
    case 'letter':
      return letter(draft, item, event);
    case 'survey':
      return draft.state.waiting[event.item] === 'offered'
        ? finish(draft, item, event.report)
        : refuse('notEnabled', event.item);
    case 'partner':
      return partner(draft, item, event);
    case 'allocation':
      return allocation(draft, item, event);
    case 'service':
      return service(draft, item, event);
  }
}
function finish(draft: Draft, item: Node, outcome: string): Refusals {
  completeItem(draft, item, outcome);
  return [];
}
function fail(draft: Draft, item: Node, key: string): Refusals {
  draft.move(item, 'failed');
  note(draft, 'fault', key);
  raise(draft, item.events.fault);
  return [];
}
/** `returned` and `conflict` are the only outcomes that change after the end. */
function lateReport(draft: Draft, event: Report): Refusals | undefined {
  const item = present(draft, event.item);
  if (!item || stateOf(draft, item) !== 'completed' || item.kind !== KINDS[event.type]) return undefined;
  const returned = event.type === 'letter' && event.report === 'returned';
  const reserved = draft.state.waiting[event.item] === 'reserved';
  const conflict = event.type === 'allocation' && event.report === 'conflict' && reserved;
  if (!returned && !conflict) return undefined;
  const bad = happen(draft, event.happenedOn, event.item);
  if (bad.length) return bad;
  const outcome = returned ? 'returned' : 'conflict';
  draft.setOutcome(item, outcome);
  note(draft, 'outcomeChanged', event.item, { outcome });
  return [];
}
function letter(draft: Draft, item: Node, event: Of<'letter'>): Refusals {
  if (event.report !== 'sent' || item.of.proof !== 'delivered')
    return finish(draft, item, event.report === 'delivered' && item.of.proof !== 'delivered' ? 'sent' : event.report);
  note(draft, 'sent', event.item);
  return [];
}
function partner(draft: Draft, item: Node, event: Of<'partner'>): Refusals {
  // Without an offer only the shell's "no organisation in this area" could come, and that needs an offer too.
  if (draft.state.waiting[event.item] !== 'offered') return refuse('notEnabled', event.item);
  if (event.report === 'decline') {
    completeItem(draft, item, 'declined', { code: event.code ?? 'other' });
    return [];
  }
  if (event.report === 'done') return partnerDone(draft, item, event);
  draft.drop('deadlines', `${event.item}/acknowledge`);
  note(draft, event.report, event.item, event.code === undefined ? undefined : { code: event.code });
  return [];
}
function partnerDone(draft: Draft, item: Node, event: Of<'partner'>): Refusals {
  const outcome = outcomeOf(item, event.outcome, 'done');
  if (outcome === undefined) return refuse('badValue', 'outcome');
  const values = event.values ?? {};
  const refusals = checkValues(draft.plan, item.of.form, values, draft, (path) => isHeldField(draft, path));
  if (refusals.length) return refusals;
  writeAnswers(draft, values);
  return finish(draft, item, outcome);
}
function outcomeOf({ outcomes }: Node, given: string | undefined, fallback: string): string | undefined {
  const outcome = given ?? (outcomes.includes(fallback) ? fallback : outcomes[0]);
  return outcome !== undefined && outcomes.includes(outcome) ? outcome : undefined;
}
function allocation(draft: Draft, node: Node, event: Of<'allocation'>): Refusals {
  const item = node.of;
  if (event.report === 'reserved') {
    draft.setWaiting(node, event.item, 'reserved');
    runClock(draft, `${event.item}/hold`, item.hold, draft.mark);
    note(draft, 'reserved', event.item);
    return [];
  }
  if (event.report === 'confirmed') draft.setWaiting(node, event.item, 'reserved');
  return finish(draft, node, event.report);
}
function service(draft: Draft, item: Node, event: Of<'service'>): Refusals {
  const outcome = outcomeOf(item, event.outcome, 'ok');
  if (outcome === undefined) return refuse('badValue', 'outcome');
  const values: { [path: string]: Json } = {};
  for (const [path, key] of Object.entries(item.of.out ?? {})) {
    const value = event.values?.[key];
    if (value !== undefined && value !== null) values[path] = value as Json;
  }
  const refusals = refuseBad(draft, values as Values);
  if (refusals.length) return refusals;
  writeAnswers(draft, values as Values);
  return finish(draft, item, outcome);
}
