/** One event, one settled step: the function that the whole house shares. Total: it refuses, it never throws. */
import { tellOthers } from './aftermath.js';
import * as people from './by-people.js';
import { firstOf } from './check-form.js';
import { fallsAt } from './clocks.js';
import { correct } from './correct.js';
import { type Draft, isState, openDraft, own } from './draft.js';
import { isKnownKind, misshapen } from './event-shape.js';
import { fireClock } from './fire.js';
import { instantOf } from './instant.js';
import { carriedOver, migrate } from './migrate.js';
import * as others from './other-cases.js';
import { report } from './reports.js';
import { mayFire, settle } from './settle.js';
import { recalendar, resume, suspend } from './suspend.js';
import { answered } from './total.js';
import type { Effect, Event, Instant, Refusal, State, Step, Template } from './types.js';
import { canBeUndone, isUndoable, remembered, takeBack, undone } from './undo.js';

const UNKNOWN_STATE: Step = { accepted: false, refusals: [{ code: 'badValue', path: 'state' }] };
const AFTER_END: readonly Event['type'][] = ['withdraw', 'correct', 'undo', 'result'];
const NOT_SUSPENDED: readonly Event['type'][] = ['submit', 'start', 'skip', 'retry', 'reopen', 'suspend'];
const UNDOABLE: readonly Event['type'][] = ['submit', 'start', 'skip'];

/** Refuses, or gives the next state with what follows from it; the state handed in is never touched. */
export function step(template: Template, state: State, event: Event, now: Instant): Step {
  return answered(() => take(template, state, event, now), UNKNOWN_STATE);
}
function take(template: Template, state: State, event: Event, now: Instant): Step {
  if (!isKnownKind(event)) return { accepted: false, refusals: people.refuse('badValue', 'type') };
  if (!isState(state)) return UNKNOWN_STATE;
  const draft = openDraft(template, event.type === 'migrate' ? carriedOver(template, state) : state, now);
  const refusals = refused(draft, event);
  if (refusals.length) return { accepted: false, refusals: firstOf(refusals) };
  if (event.type === 'undo') return undo(template, state, draft);
  const bad = apply(draft, event);
  if (bad.length) return { accepted: false, refusals: firstOf(bad) };
  if (!settle(draft)) return { accepted: false, refusals: [{ code: 'notSettling' }] };
  tellOthers(draft, event.type === 'migrate' ? undefined : state);
  return closed(draft, state, event);
}
function refused(draft: Draft, event: Event): readonly Refusal[] {
  const { ended, suspended } = draft.state;
  if (ended && !AFTER_END.includes(event.type)) return people.refuse('caseEnded');
  if (suspended && NOT_SUSPENDED.includes(event.type)) return people.refuse('suspended');
  const bad = misshapen(event);
  if (bad.length) return bad;
  return event.type === 'timer' ? refusedTimer(draft, event.clock) : [];
}
function refusedTimer(draft: Draft, clock: string): readonly Refusal[] {
  const deadline = own(draft.state.deadlines, clock);
  if (!deadline || deadline.fired) return people.refuse('late', clock);
  if (!mayFire(draft, clock)) return people.refuse('suspended', clock);
  return fallsAt(draft.state, deadline) > draft.nowMs ? people.refuse('early', clock) : [];
}
function closed(draft: Draft, before: State, event: Event): Step {
  const effects = keyed(draft, before.revision + 1);
  const state: { -readonly [K in keyof State]: State[K] } = draft.close();
  state.revision = before.revision + 1;
  if (UNDOABLE.includes(event.type) && canBeUndone(draft, before)) state.before = remembered(before);
  return { accepted: true, state, effects, log: draft.log };
}
export const keyed = (draft: Draft, revision: number): readonly Effect[] =>
  draft.effects.map((effect, index) => ({ key: `${revision}:${index}`, ...effect }) as Effect);

function undo(template: Template, state: State, draft: Draft): Step {
  if (!isUndoable(state, draft.nowMs)) return { accepted: false, refusals: people.refuse('late') };
  const back = openDraft(template, undone(state, instantOf(draft.nowMs)), instantOf(draft.nowMs));
  back.touchAll();
  tellOthers(back, state);
  back.effects.push(
    ...takeBack(back, state).filter(
      (effect) =>
        !(effect.type === 'count' && back.effects.some((each) => each.type === 'count' && each.tally === effect.tally)),
    ),
  );
  return { accepted: true, state: back.close(), effects: keyed(back, state.revision + 1), log: [{ code: 'undo' }] };
}

/** Writes the event's facts and makes the transition it names. */
export function apply(draft: Draft, event: Event): readonly Refusal[] {
  switch (event.type) {
    case 'submit':
      return people.submit(draft, event);
    case 'start':
      return people.start(draft, event);
    case 'skip':
      return people.skip(draft, event);
    case 'retry':
      return people.retry(draft, event);
    case 'withdraw':
      return people.withdraw(draft, event);
    case 'correct':
      return correct(draft, event);
    case 'reopen':
      return people.reopen(draft, event);
    case 'undo':
      return people.refuse('late');
    case 'suspend':
      return suspend(draft, event);
    case 'resume':
      return resume(draft);
    case 'recalendar':
      return recalendar(draft, event);
    case 'migrate':
      if (event.template['hash'] !== draft.plan.template.hash) return people.refuse('badValue', 'template');
      return migrate(draft);
    case 'timer':
      fireClock(draft, event.clock);
      return [];
    case 'letter':
    case 'survey':
    case 'partner':
    case 'allocation':
    case 'service':
      return report(draft, event);
    case 'project':
      return others.project(draft, event);
    case 'tally':
      return others.tally(draft, event);
    case 'mirror':
      return others.mirror(draft, event);
    case 'milestone':
      return others.milestone(draft, event);
    case 'result':
      return others.result(draft, event);
    case 'parentEnded':
      return others.parentEnded(draft, event);
    default:
      return unreachable(event);
  }
}
/** A kind of event that this engine does not know is refused, so that the core stays total. */
function unreachable(event: never): readonly Refusal[] {
  void event;
  return people.refuse('badValue', 'type');
}
