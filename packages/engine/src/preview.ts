import { step } from './step.js';
import { answered } from './total.js';
import type { Consequences, Event, Instant, State, Step, Template } from './types.js';

/** "Als u dit kiest, gebeurt …": exactly what `step` would do, told as what starts and what ends. */
export function preview(template: Template, state: State, event: Event, now: Instant): Consequences {
  const done = step(template, state, event, now);
  if (!done.accepted) return done;
  return answered(() => told(state, done), { accepted: false, refusals: [{ code: 'badValue', path: 'state' }] });
}
function told(state: State, done: Extract<Step, { accepted: true }>): Consequences {
  const { items, ended } = done.state;
  const isEnd = (key: string): boolean => items[key] === 'completed' || items[key] === 'terminated';
  const keys = Object.keys(items).filter((key) => items[key] !== state.items[key]);
  const escalations = Object.keys(done.state.escalations);
  const open = (id: string, at: State): boolean => at.escalations[id]?.open === true;
  return {
    accepted: true,
    starts: [
      ...keys.filter((key) => items[key] === 'active'),
      ...escalations.filter((id) => open(id, done.state) && !open(id, state)),
    ],
    ends: [...keys.filter(isEnd), ...escalations.filter((id) => !open(id, done.state) && open(id, state))],
    effects: done.effects,
    log: done.log,
    caseEnds: ended !== undefined && state.ended === undefined,
  };
}
