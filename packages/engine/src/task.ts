/** What each kind of task does at its start, while it waits, and when it is left. */
import { evaluate } from './condition.js';
import { runClock } from './clocks.js';
import { decide } from './decision-table.js';
import { type Draft, note } from './draft.js';
import { isDay } from './instant.js';
import { completeItem, terminateItem } from './lifecycle.js';
import type { Day, Expression, Facts, Item, Json } from './types.js';

export function beginTask(draft: Draft, item: Item, key: string): void {
  const { effects } = draft;
  if (item.kind === 'decisionTask') goOnDeciding(draft, item);
  if (item.kind === 'letterTask' && item.letter)
    effects.push({
      type: 'letter',
      item: key,
      letter: item.letter,
      to: item.to ?? 'tenant',
      channel: item.channel ?? 'preferred',
      proof: item.proof ?? 'none',
    });
  if (item.kind === 'surveyTask')
    runClock(draft, `${key}/window`, item.window, { at: draft.state.now, day: draft.day });
  if (item.kind === 'surveyTask' || item.kind === 'partnerTask') goOnOffering(draft, item, key);
  if (item.kind === 'allocationTask' && item.pool)
    effects.push({
      type: 'allocate',
      item: key,
      pool: item.pool,
      needs: valuesOf(draft, item.needs ?? {}),
      period: periodOf(draft, item),
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
export function periodOf(draft: Draft, item: Item): { readonly from?: Day; readonly until?: Day } {
  const from = item.period && evaluate(item.period.from, draft);
  const until = item.period && evaluate(item.period.until, draft);
  return { ...(isDay(from) ? { from } : {}), ...(isDay(until) ? { until } : {}) };
}

/** A decision waits until its table has a result; true when it went on. */
export function goOnDeciding(draft: Draft, item: Item): boolean {
  const table = draft.plan.template.decisions[item.decision ?? ''];
  const outputs = table && decide(table, draft);
  if (!outputs) return false;
  Object.assign(draft.state.facts, outputs);
  completeItem(draft, item, 'done');
  return true;
}
/** `requires`: true or absent offers, false ends at once, unknown waits. True when something changed. */
export function goOnOffering(draft: Draft, item: Item, key: string): boolean {
  const allowed = item.requires === undefined ? true : evaluate(item.requires, draft);
  if (allowed === true) offer(draft, item, key);
  else if (allowed !== false) return false;
  else if (item.kind === 'surveyTask') completeItem(draft, item, 'refused');
  else {
    completeItem(draft, item, 'withheld');
    startOtherwise(draft, item);
  }
  return true;
}
function offer(draft: Draft, item: Item, key: string): void {
  draft.state.waiting[key] = 'offered';
  note(draft, 'offered', key);
  if (item.kind === 'surveyTask') return void draft.effects.push({ type: 'survey', item: key, open: true });
  const mark = { at: draft.state.now, day: draft.day };
  runClock(draft, `${key}/acknowledge`, item.acknowledgeWithin, mark);
  runClock(draft, `${key}/resolve`, item.resolveWithin, mark);
  const { partner = '', purpose = '', ground = '', share = [] } = item;
  draft.effects.push({ type: 'offer', item: key, partner, purpose, ground, share });
}
/** As soon as `requires` is no longer true, access ends in the same step. */
export function revoke(draft: Draft, item: Item): void {
  if (item.kind === 'surveyTask') return completeItem(draft, item, 'refused');
  terminateItem(draft, item, 'revoked');
  startOtherwise(draft, item);
}
/** The task named in `otherwise` starts on `withheld` or `revoked`, and in no other way. */
function startOtherwise(draft: Draft, item: Item): void {
  const id = item.otherwise;
  const number = id === undefined ? 0 : (draft.latest.get(id) ?? 0);
  const key = id === undefined ? '' : number > 1 ? `${id}#${number}` : id;
  if (draft.state.items[key] === 'available') draft.state.waiting[key] = 'otherwise';
}
/** What the shell must close when a task ends, however it ended. */
export function leaveTask(draft: Draft, item: Item, key: string, outcome: string | undefined): void {
  const { effects, state } = draft;
  if (state.items[key] !== 'active' && state.items[key] !== 'failed') return;
  const offered = state.waiting[key] === 'offered';
  if (offered && item.kind === 'surveyTask') effects.push({ type: 'survey', item: key, open: false });
  const reason = outcome === 'revoked' ? 'revoked' : outcome === 'stopped' || outcome === 'skipped' ? 'ended' : 'done';
  if (offered && item.kind === 'partnerTask') effects.push({ type: 'closeOffer', item: key, reason });
  const keeps = outcome === 'confirmed' || outcome === 'unavailable';
  if (item.kind === 'allocationTask' && !keeps) effects.push({ type: 'release', item: key });
}
