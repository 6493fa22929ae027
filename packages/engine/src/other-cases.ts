/** What other cases tell: the project, its tallies, the parent, an escalation. Older revisions are ignored as `stale`. */
import { type Draft, note, own } from './draft.js';
import { type Of, type Refusals, happen, refuse } from './by-people.js';
import { endEscalation, hearMilestones } from './escalation.js';
import { raise } from './sentry.js';
import type { Facts, Json } from './types.js';
import { writeFacts } from './writing.js';

/** True when this source said something newer before. */
function isStale(draft: Draft, source: string, revision: number): boolean {
  const last = own(draft.state.sources, source);
  if (last !== undefined && revision <= last) return true;
  draft.edit('sources')[source] = revision;
  return false;
}
export function project(draft: Draft, event: Of<'project'>): Refusals {
  if (isStale(draft, event.source, event.revision)) return refuse('stale', event.source);
  hearProject(draft, event);
  return [];
}
/** Published values are live mirrors; milestones that are new here become events. */
export function hearProject(draft: Draft, published: Pick<Of<'project'>, 'facts' | 'milestones' | 'ended'>): void {
  for (const path of Object.keys(draft.state.facts)) if (path.startsWith('project.')) draft.setFact(path, undefined);
  for (const [path, value] of Object.entries(published.facts)) draft.setFact(`project.${path}`, value);
  const events = [...published.milestones, ...(published.ended ? ['ended'] : [])];
  for (const milestone of events) {
    if (draft.reachedByProject(milestone)) continue;
    raise(draft, `project.${milestone}`);
    draft.touchReaders(`projectMilestone ${milestone}`);
  }
}
export function tally(draft: Draft, event: Of<'tally'>): Refusals {
  if (!own(draft.plan.template.tallies, event.tally) || !Number.isSafeInteger(event.count))
    return refuse('badValue', event.tally);
  if (isStale(draft, `tally.${event.tally}`, event.number)) return refuse('stale', event.tally);
  draft.setFact(`tally.${event.tally}`, event.count);
  return [];
}
/** All `in` values of the parent; one that is absent has become unknown only if the parent once sent it. */
export function mirror(draft: Draft, event: Of<'mirror'>): Refusals {
  if (isStale(draft, event.source, event.revision)) return refuse('stale', event.source);
  writeFacts(draft, event.values);
  return [];
}
export function milestone(draft: Draft, event: Of<'milestone'>): Refusals {
  if (!own(draft.state.escalations, event.escalation)?.open) return refuse('stale', event.escalation);
  if (isStale(draft, event.source, event.revision)) return refuse('stale', event.source);
  hearMilestones(draft, event.escalation, event.milestones);
  return [];
}
/** `out` is written once, in the event that reports the end; an ended case only records it. */
export function result(draft: Draft, event: Of<'result'>): Refusals {
  const escalation = own(draft.plan.template.escalations, event.escalation);
  if (!escalation || !draft.state.escalations[event.escalation]?.open) return refuse('stale', event.escalation);
  if (isStale(draft, event.source, event.revision)) return refuse('stale', event.source);
  if (draft.state.ended) {
    draft.setEscalation(event.escalation, { ...draft.state.escalations[event.escalation]!, open: false });
    note(draft, 'lateResult', event.escalation, { end: event.end });
    return [];
  }
  const bad = happen(draft, event.happenedOn, '');
  if (bad.length) return bad;
  hearMilestones(draft, event.escalation, event.milestones);
  writeFacts(draft, outOf(escalation.out, event.values));
  endEscalation(draft, event.escalation, event.end);
  return [];
}
/** Parent field ← child field; unknown values are not written. */
function outOf(out: { readonly [parentField: string]: string }, values: Facts): Facts {
  const found: { [path: string]: Json } = {};
  for (const [to, from] of Object.entries(out)) {
    const value = values[from];
    if (value !== undefined && value !== null) found[to] = value;
  }
  return found;
}
export function parentEnded(draft: Draft, event: Of<'parentEnded'>): Refusals {
  if (isStale(draft, event.source, event.revision)) return refuse('stale', event.source);
  raise(draft, 'parent.ended');
  return [];
}
