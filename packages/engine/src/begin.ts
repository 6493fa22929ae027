/** The birth of a case: its facts, what its project has published, and the past of one that is taken over. */
import { tellOthers } from './aftermath.js';
import { refuseBad, writeAnswers } from './writing.js';
import { nextDeadline } from './clocks.js';
import { type Draft, ENGINE, calendarOf, note, openDraft } from './draft.js';
import { dayStart, instantOf, isDay, millis } from './instant.js';
import { makeAvailable } from './lifecycle.js';
import { hearProject } from './other-cases.js';
import { prepare } from './sentry.js';
import { settle } from './settle.js';
import { keyed, step } from './step.js';
import { answered } from './total.js';
import type { Effect, Entry, Facts, Instant, Origin, PastEvent, State, Step, Template, Values } from './types.js';

/** A case before anything: also what `fold` gives when its beginning is refused. */
export function emptyState(template: Template, now: Instant, origin: Origin): State {
  const { name, version, hash } = template;
  return {
    template: { name, version, hash },
    engine: ENGINE,
    revision: 0,
    items: {},
    facts: {},
    outcomes: {},
    happened: {},
    now,
    count: {},
    date: {},
    doneBy: {},
    escalations: {},
    sources: {},
    tallies: {},
    latches: {},
    armed: {},
    since: {},
    base: {},
    waiting: {},
    deadlines: {},
    calendar: calendarOf(template, origin.calendar).hash,
    ...(origin.timeScale === undefined ? {} : { timeScale: origin.timeScale }),
    ...(origin.reports === undefined ? {} : { reports: origin.reports }),
  };
}
export function begin(
  template: Template,
  facts: Facts,
  history: readonly PastEvent[],
  now: Instant,
  origin: Origin,
): Step {
  if (Number.isNaN(millis(now))) return { accepted: false, refusals: [{ code: 'badValue', path: 'now' }] };
  return answered(() => bear(template, facts, history, now, origin), UNKNOWN_BIRTH);
}
const UNKNOWN_BIRTH: Step = { accepted: false, refusals: [{ code: 'badValue', path: 'start' }] };
function bear(template: Template, facts: Facts, history: readonly PastEvent[], now: Instant, origin: Origin): Step {
  const calendar = calendarOf(template, origin.calendar);
  const first = history[0]?.on;
  const last = millis(now);
  const bornAt = isDay(first) ? Math.min(dayStart(calendar, first), last) : last;
  const draft = openDraft(template, emptyState(template, instantOf(bornAt), origin), instantOf(bornAt));
  const refusals = refuseBad(draft, facts as Values);
  if (refusals.length) return { accepted: false, refusals };
  born(draft, facts, origin);
  if (!settle(draft)) return { accepted: false, refusals: [{ code: 'notSettling' }] };
  tellOthers(draft, undefined);
  const start: Step = { accepted: true, state: draft.close(), effects: keyed(draft, 0), log: draft.log };
  return history.length ? takeOver(template, start, history, instantOf(last)) : start;
}
function born(draft: Draft, facts: Facts, origin: Origin): void {
  writeAnswers(draft, facts as Values);
  if (origin.project) {
    draft.edit('sources')[origin.project.source] = origin.project.revision;
    hearProject(draft, origin.project);
  }
  note(draft, 'begin');
  draft.touchAll();
  prepare(draft, draft.plan.theCase, true);
  draft.edit('happened')['case.start'] = draft.state.now;
  draft.edit('since')['case.start'] = draft.mark;
  for (const raised of draft.plan.raised) prepare(draft, raised, true);
  for (const node of draft.plan.top) makeAvailable(draft, node);
}

const LEAVES_HOUSE: readonly Effect['type'][] = ['letter', 'survey', 'offer', 'closeOffer', 'service'];
/** Dated past events, in order with their own dates; what falls due between them fires at its own instant. */
function takeOver(template: Template, start: Step, history: readonly PastEvent[], now: Instant): Step {
  let at: Step = start;
  for (const { event, on } of history) {
    if (!at.accepted) return at;
    if (!isDay(on)) return { accepted: false, refusals: [{ code: 'badValue', path: 'on' }] };
    const noon = dayStart(calendarOf(template, at.state.calendar), on) + 43_200_000;
    const moment = instantOf(Math.min(noon, millis(now)));
    at = after(template, fireUntil(template, at, moment), (state) => step(template, state, event, moment));
  }
  const done = after(template, fireUntil(template, at, now), (state) => ({
    accepted: true,
    state: { ...state, now },
    effects: [],
    log: [],
  }));
  if (!done.accepted) return done;
  const { before, ...state } = done.state;
  void before;
  const effects = done.effects
    .filter(({ type }) => !LEAVES_HOUSE.includes(type))
    .map((effect, index): Effect => ({ ...effect, key: `0:${index}` }));
  return {
    accepted: true,
    state: { ...state, revision: 0 },
    effects,
    log: [...done.log, { code: 'takenOver' } satisfies Entry],
  };
}
function after(template: Template, at: Step, next: (state: State) => Step): Step {
  void template;
  if (!at.accepted) return at;
  const done = next(at.state);
  return done.accepted ? { ...done, effects: [...at.effects, ...done.effects], log: [...at.log, ...done.log] } : done;
}
function fireUntil(template: Template, start: Step, until: Instant): Step {
  let at = start;
  for (let guard = 0; guard < 10_000 && at.accepted; guard++) {
    const due = nextDeadline(at.state);
    if (!due || millis(due.at) > millis(until)) return at;
    at = after(template, at, (state) => step(template, state, { type: 'timer', clock: due.clock }, due.at));
  }
  return at;
}
