/** What each kind of task does at its start, while it waits, and when it is left. */
import { evaluate } from './condition.js';
import { runClock } from './clocks.js';
import { decide } from './decision-table.js';
import { type Draft, currentKey, note, stateOf } from './draft.js';
import { isDay } from './instant.js';
import { completeItem, terminateItem } from './lifecycle.js';
import type { Node } from './plan.js';
import type { Day, Expression, Facts, Json } from './types.js';

export function beginTask(draft: Draft, node: Node, key: string): void {
  const { effects, mark } = draft;
  const item = node.of;
  if (item.kind === 'decisionTask') goOnDeciding(draft, node);
  if (item.kind === 'letterTask' && item.letter)
    effects.push({
      type: 'letter',
      item: key,
      letter: item.letter,
      to: item.to ?? 'tenant',
      channel: item.channel ?? 'preferred',
      proof: item.proof ?? 'none',
    });
  if (item.kind === 'surveyTask') runClock(draft, `${key}/window`, item.window, mark);
  if (item.kind === 'surveyTask' || item.kind === 'partnerTask') goOnOffering(draft, node, key);
  if (item.kind === 'allocationTask' && item.pool)
    effects.push({
      type: 'allocate',
      item: key,
      pool: item.pool,
      needs: valuesOf(draft, item.needs ?? {}),
      period: periodOf(draft, node),
    });
  if (item.kind === 'serviceTask' && item.connector)
    effects.push({ type: 'service', item: key, connector: item.connector, in: valuesOf(draft, item.in ?? {}) });
}

/** Only known values travel. */
export function valuesOf(draft: Draft, expressions: { readonly [name: string]: Expression }): Facts {
  const found: { [name: string]: Json } = {};
  for (const [name, expression] of Object.entries(expressions)) {
    const value = evaluate(expression, draft);
    if (value !== undefined) found[name] = value;
  }
  return found;
}
export function periodOf(draft: Draft, { of: item }: Node): { readonly from?: Day; readonly until?: Day } {
  const from = item.period && evaluate(item.period.from, draft);
  const until = item.period && evaluate(item.period.until, draft);
  return { ...(isDay(from) ? { from } : {}), ...(isDay(until) ? { until } : {}) };
}

/** A decision waits until its table has a result; true when it went on. */
export function goOnDeciding(draft: Draft, node: Node): boolean {
  const table = draft.plan.template.decisions[node.of.decision ?? ''];
  const outputs = table && decide(table, draft);
  if (!outputs) return false;
  for (const [path, value] of Object.entries(outputs)) draft.setFact(path, value);
  completeItem(draft, node, 'done');
  return true;
}
/** `requires`: true or absent offers, false ends at once, unknown waits. True when something changed. */
export function goOnOffering(draft: Draft, node: Node, key: string): boolean {
  const allowed = node.requires === undefined ? true : node.requires(draft);
  if (allowed === true) offer(draft, node, key);
  else if (allowed !== false) return false;
  else if (node.kind === 'surveyTask') completeItem(draft, node, 'refused');
  else {
    completeItem(draft, node, 'withheld');
    startOtherwise(draft, node);
  }
  return true;
}
function offer(draft: Draft, node: Node, key: string): void {
  const { of: item } = node;
  draft.setWaiting(node, key, 'offered');
  note(draft, 'offered', key);
  if (item.kind === 'surveyTask') return void draft.effects.push({ type: 'survey', item: key, open: true });
  runClock(draft, `${key}/acknowledge`, item.acknowledgeWithin, draft.mark);
  runClock(draft, `${key}/resolve`, item.resolveWithin, draft.mark);
  const { partner = '', purpose = '', ground = '', share = [] } = item;
  draft.effects.push({ type: 'offer', item: key, partner, purpose, ground, share });
}
/** As soon as `requires` is no longer true, access ends in the same step. */
export function revoke(draft: Draft, node: Node): void {
  if (node.kind === 'surveyTask') return completeItem(draft, node, 'refused');
  terminateItem(draft, node, 'revoked');
  startOtherwise(draft, node);
}
/** The task named in `otherwise` starts on `withheld` or `revoked`, and in no other way. */
function startOtherwise(draft: Draft, { of: { otherwise } }: Node): void {
  const other = otherwise === undefined ? undefined : draft.plan.byId.get(otherwise);
  if (other && stateOf(draft, other) === 'available') draft.setWaiting(other, currentKey(draft, other), 'otherwise');
}
/** What the shell must close when a task ends, however it ended. */
export function leaveTask(draft: Draft, node: Node, key: string, outcome: string | undefined): void {
  const { effects, state } = draft;
  const { kind } = node;
  if (kind !== 'surveyTask' && kind !== 'partnerTask' && kind !== 'allocationTask') return;
  if (state.items[key] !== 'active' && state.items[key] !== 'failed') return;
  const offered = state.waiting[key] === 'offered';
  if (offered && kind === 'surveyTask') effects.push({ type: 'survey', item: key, open: false });
  const reason = outcome === 'revoked' ? 'revoked' : outcome === 'stopped' || outcome === 'skipped' ? 'ended' : 'done';
  if (offered && kind === 'partnerTask') effects.push({ type: 'closeOffer', item: key, reason });
  const keeps = outcome === 'confirmed' || outcome === 'unavailable';
  if (kind === 'allocationTask' && !keeps) effects.push({ type: 'release', item: key });
}
