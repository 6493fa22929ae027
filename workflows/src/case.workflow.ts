/**
 * One case, from its first day to its last. It decides nothing: `engine.step` does. It keeps what was accepted, lets the
 * database follow, waits for deadlines and carries effects out.
 */
import {
  allHandlersFinished,
  ApplicationFailure,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  defineUpdate,
  setHandler,
  sleep,
  workflowInfo,
} from '@temporalio/workflow';
import { begin, hashState, type Refusal, type State, type Template } from '@thuisreis/engine';
import { Effects } from './effects.js';
import { Journey } from './journey.js';
import * as messages from './messages.js';
import type { Accepted, AcceptedEvent, Carried, CaseStart, SignalledEvent, Standing, Submission } from './messages.js';
import { Projector } from './projector.js';
import { Timers } from './timers.js';

const STEPS_PER_RUN = 200;
const submit = defineUpdate<Accepted, [Submission]>(messages.SUBMIT);
const signalled = defineSignal<[SignalledEvent]>(messages.SIGNAL);
const unpark = defineSignal(messages.UNPARK);
const eventsSince = defineQuery<AcceptedEvent[], [number]>(messages.EVENTS_SINCE);
const standing = defineQuery<Standing>(messages.STATE);

/** The parts of a running case. */
interface Running {
  readonly journey: Journey;
  readonly projector: Projector;
  readonly timers: Timers;
  readonly effects: Effects;
  /** Length of the history when the last update came: no run is renewed in the very activation that answered one. */
  updatedAt: number;
}

/** `template` arrives expanded by the codec; `start` is the same for every retry. */
export async function caseWorkflow(template: Template, start: CaseStart): Promise<void> {
  const run = assemble(template, start);
  listen(run);
  run.timers.look();
  if (run.journey.tail.length > 0) run.projector.want();
  for (;;) {
    const move = await nextMove(run);
    if (move === 'end') return;
    if (move === 'renew') await renew(template, start, run);
  }
}

function assemble(template: Template, start: CaseStart): Running {
  const carried = start.carried ?? firstState(template, start);
  const name = { corporation: start.corporation, case: start.case };
  const journey = new Journey(template, carried);
  const projector = new Projector(journey, name, carried.parked === true);
  const timers = new Timers(journey, () => projector.want());
  const effects = new Effects(name, (event) => {
    if ('accepted' in journey.apply(event)) projector.want();
  });
  journey.onStep = (entry, following, before) => {
    if (entry.event.type === 'undo') effects.withdraw(before.before as State | undefined);
    effects.begin(following);
    timers.look();
  };
  for (const { effect, since } of carried.effects) effects.begin([effect], since);
  return { journey, projector, timers, effects, updatedAt: -1 };
}

/** The starter asked `begin` before; a refusal here means that it did not. */
function firstState(template: Template, start: CaseStart): Carried {
  const first = begin(template, start.facts, start.history, start.now, start.origin);
  if (!first.accepted) throw refused(first.refusals);
  const effects = first.effects.map((effect) => ({ effect, since: start.now }));
  return { state: first.state, tail: [], answers: [], effects };
}

function listen(run: Running): void {
  const { journey, projector } = run;
  setHandler(submit, (submission) => answer(run, submission), {
    validator: ({ updateId, event }) => {
      const refusals = journey.answered(updateId) ? [] : journey.refusals(event);
      if (refusals.length > 0) throw refused(refusals);
    },
  });
  setHandler(signalled, ({ event, cause }) => hear(run, event, cause));
  setHandler(unpark, () => projector.unpark());
  setHandler(eventsSince, (revision) => journey.tail.filter((entry) => entry.revision > revision));
  setHandler(standing, () => ({ revision: journey.state.revision, hash: hashState(journey.state) }));
}

/** Synchronous like its validator, so the two cannot disagree. */
function answer(run: Running, { updateId, actor, event }: Submission): Accepted {
  run.updatedAt = workflowInfo().historyLength;
  const known = run.journey.answered(updateId);
  if (known) return known;
  const outcome = run.journey.apply(event, { updateId, actor });
  if ('refusals' in outcome) throw refused(outcome.refusals);
  run.journey.remember(updateId, outcome.accepted);
  return outcome.accepted;
}

/** A refused signal counts as delivered; its sender has recorded it. */
function hear({ journey, projector }: Running, event: SignalledEvent['event'], cause: string): void {
  if (journey.answered(cause)) return;
  const outcome = journey.apply(event);
  if ('refusals' in outcome) return;
  journey.remember(cause, outcome.accepted);
  projector.want();
}

function refused(refusals: readonly Refusal[]): ApplicationFailure {
  return ApplicationFailure.create({
    type: messages.REFUSED,
    message: 'refused',
    nonRetryable: true,
    details: [refusals],
  });
}

const renewalDue = ({ journey }: Running): boolean =>
  journey.steps >= STEPS_PER_RUN || workflowInfo().continueAsNewSuggested;

/** Waits until this run or the case is over and everything is with the database; `again` when something came between. */
async function nextMove(run: Running): Promise<'end' | 'renew' | 'again'> {
  const { journey, projector, effects } = run;
  const over = (): boolean => journey.state.ended !== undefined;
  // A parked case never ends by itself: its tail is all that a person can repair the row from.
  const mayEnd = (): boolean => over() && effects.idle && !projector.parked;
  await condition(() => over() || renewalDue(run));
  await condition(() => mayEnd() || !over() || renewalDue(run));
  await projector.flush();
  if (!projector.settled || !allHandlersFinished()) return 'again';
  if (mayEnd()) return 'end';
  return renewalDue(run) ? 'renew' : 'again';
}

async function renew(template: Template, start: CaseStart, run: Running): Promise<void> {
  if (run.updatedAt === workflowInfo().historyLength) return void (await sleep(1));
  run.timers.disarm();
  const parked = run.projector.parked ? { parked: true as const } : {};
  const carried: Carried = { ...run.journey.carry(), effects: run.effects.carry(), ...parked };
  await continueAsNew<typeof caseWorkflow>(template, { ...start, facts: {}, history: [], carried });
}
