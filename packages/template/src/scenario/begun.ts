import { begin } from '@thuisreis/engine';
import type { Facts, Json, Template } from '@thuisreis/engine';
import type { Raw } from '../check/raw.js';
import { answers, dayZero, next, send, type Playing } from './playing.js';

const PROJECT = 'project.';
const TALLY = 'tally.';

/** The project's published facts and milestones of `given`: a name with a point is a field, one without a milestone. */
function published(given: Raw): Playing['project'] {
  const project: Playing['project'] = { revision: 1, facts: {}, milestones: [], ended: false };
  for (const [path, value] of Object.entries(given)) {
    if (!path.startsWith(PROJECT)) continue;
    const name = path.slice(PROJECT.length);
    if (name.includes('.')) project.facts[name] = value as Json;
    else if (value === true && name === 'ended') project.ended = true;
    else if (value === true) project.milestones.push(name);
  }
  return project;
}

/** Begins a case on day zero with what is given; the refusal's code when it cannot. */
export function begun(template: Template, given: Raw): Playing | string {
  const calendar = Object.values(template.calendars)[0]!;
  const own = Object.entries(given).filter(([path]) => !path.startsWith(PROJECT) && !path.startsWith(TALLY));
  const kept = new Map<string, unknown>();
  const facts = answers({ template, kept }, Object.fromEntries(own)) as Facts;
  const project = published(given);
  const { ended, ...told } = project;
  const origin = { calendar: calendar.hash, project: { source: 'project', ...told, ...(ended && { ended }) } };
  const now = dayZero(calendar);
  const born = begin(template, facts, [], now, origin);
  if (!born.accepted) return born.refusals[0]?.code ?? 'badValue';
  const playing: Playing = {
    template,
    calendar,
    state: born.state,
    now,
    project,
    heard: new Map(),
    kept,
    reached: new Map(),
  };
  return counted(playing, given) ?? playing;
}

function counted(playing: Playing, given: Raw): string | undefined {
  for (const [path, count] of Object.entries(given)) {
    if (!path.startsWith(TALLY)) continue;
    const refused = tell(playing, path.slice(TALLY.length), count);
    if (refused) return refused;
  }
  return undefined;
}

/** A tally's new count. */
export const tell = (playing: Playing, tally: string, count: unknown): string | undefined =>
  send(playing, { type: 'tally', tally, count: Number(count), number: next(playing, `tally.${tally}`) });
