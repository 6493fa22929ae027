import type { Event, Json, TaskKind } from '@thuisreis/engine';
import { mapIn, textIn, type Raw } from '../check/raw.js';
import { tell } from './begun.js';
import { answers, dayBefore, next, occurrence, send, wait, type Playing } from './playing.js';

type Verb = (playing: Playing, value: unknown, written: Raw) => string | undefined;
const happened = (playing: Playing, { on }: Raw): { happenedOn?: string } => {
  const happenedOn = dayBefore(playing, on);
  return happenedOn === undefined ? {} : { happenedOn };
};
const outcomeOf = ({ outcome }: Raw): { outcome?: string } =>
  outcome === undefined ? {} : { outcome: String(outcome) };

/** Whoever did another task is somebody else, so that `notBy` holds by itself. */
const by = (item: string): string => `scenario/${item}`;

const submit: Verb = (playing, value, written) =>
  send(playing, {
    type: 'submit',
    item: occurrence(playing, String(value)),
    values: answers(playing, mapIn(written['set'])),
    by: by(String(value)),
    ...outcomeOf(written),
    ...happened(playing, written),
  });

const start: Verb = (playing, value, written) =>
  send(playing, {
    type: 'start',
    item: occurrence(playing, String(value)),
    values: answers(playing, mapIn(written['set'])),
    by: by(String(value)),
    ...happened(playing, written),
  });

const skip: Verb = (playing, value) => {
  const roles = playing.template.items.find(({ id }) => id === value)?.skip ?? [];
  return send(playing, {
    type: 'skip',
    item: occurrence(playing, String(value)),
    code: 'other',
    roles,
    by: by(String(value)),
  });
};

const project: Verb = (playing, value) => {
  const told = playing.project;
  const news = typeof value === 'string' ? { [value]: true } : mapIn(value);
  for (const [name, one] of Object.entries(news)) {
    const path = name.replace(/^project\./, '');
    if (path.includes('.')) told.facts[path] = one as Json;
    else if (path === 'ended') told.ended = true;
    else if (!told.milestones.includes(path)) told.milestones.push(path);
  }
  told.revision += 1;
  const { ended, ...rest } = told;
  return send(playing, { type: 'project', source: 'project', ...rest, ...(ended && { ended }) });
};

const tally: Verb = (playing, value) => {
  for (const [id, count] of Object.entries(mapIn(value))) {
    const refused = tell(playing, id, count);
    if (refused) return refused;
  }
  return undefined;
};

const partnerReports: Record<string, 'accept' | 'plan' | 'decline'> = {
  accepted: 'accept',
  planned: 'plan',
  declined: 'decline',
};
type Told = Extract<Event, { type: 'letter' | 'survey' | 'partner' | 'allocation' | 'service' }>;
type Report = Told extends infer T ? (T extends { item: string } ? Omit<T, 'item'> : never) : never;
/** What the world tells of each kind of task; without `outcome` it is the usual one. */
const reports: Partial<Record<TaskKind, (outcome: string | undefined) => object>> = {
  letterTask: (outcome = 'sent') => ({ type: 'letter', report: outcome }),
  surveyTask: (outcome = 'answered') => ({ type: 'survey', report: outcome }),
  allocationTask: (outcome = 'confirmed') => ({ type: 'allocation', report: outcome }),
  serviceTask: (outcome) => ({ type: 'service', ...(outcome !== undefined && { outcome }) }),
  partnerTask: (outcome = 'done') =>
    partnerReports[outcome]
      ? { type: 'partner', report: partnerReports[outcome] }
      : { type: 'partner', report: 'done', outcome },
};

const report: Verb = (playing, value, written) => {
  const kind = playing.template.items.find(({ id }) => id === String(value).split('#')[0])?.kind;
  const told = reports[kind as TaskKind];
  if (!told) return 'notEnabled';
  const outcome = textIn(written['outcome']);
  const event = {
    ...(outcome === 'fault' ? { ...told(undefined), fault: true } : told(outcome)),
    ...(written['set'] !== undefined && { values: answers(playing, mapIn(written['set'])) }),
    ...happened(playing, written),
  } as Report;
  return send(playing, { ...event, item: occurrence(playing, String(value)) });
};

const escalation: Verb = (playing, value, written) => {
  const id = String(value);
  const source = `${id}/${playing.state.escalations[id]?.started ?? 0}`;
  const milestone = textIn(written['milestone']);
  const milestones = [...(playing.reached.get(source) ?? []), ...(milestone === undefined ? [] : [milestone])];
  playing.reached.set(source, milestones);
  const told = { escalation: id, source, revision: next(playing, source), milestones };
  if (written['end'] === undefined && written['ended'] === undefined)
    return send(playing, { type: 'milestone', ...told });
  const end = written['ended'] === 'terminate' ? 'terminate' : 'complete';
  const values = mapIn(written['end']) as Record<string, Json>;
  for (const [to, from] of Object.entries(playing.template.escalations[id]?.out ?? {}))
    playing.kept.set(to, values[from]);
  return send(playing, { type: 'result', ...told, end, values, ...happened(playing, written) });
};

/** Every verb of a step; each answers the code of a refusal, or nothing. */
export const verbs: Readonly<Record<string, Verb>> = {
  submit,
  start,
  skip,
  project,
  tally,
  report,
  escalation,
  wait: (playing, value) => (wait(playing, String(value)) ? undefined : 'badValue'),
  withdraw: (playing, value) => send(playing, { type: 'withdraw', field: String(value), by: by('withdraw') }),
  correct: (playing, value) =>
    send(playing, { type: 'correct', values: answers(playing, mapIn(value)), reason: 'scenario', by: by('correct') }),
  suspend: (playing, value) => send(playing, { type: 'suspend', reason: String(value), by: by('suspend') }),
  resume: (playing) => send(playing, { type: 'resume', by: by('resume') }),
};
