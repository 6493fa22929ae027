import type { Item, ItemKind, Json, Repeat } from '@thuisreis/engine';
import { mapIn, textIn, type Raw } from '../check/raw.js';
import {
  choices,
  expression,
  expressions,
  flag,
  helpOf,
  length,
  moment,
  names,
  optional,
  sentries,
  textOf,
  tidy,
  word,
} from './parts.js';

export type Params = Readonly<Record<string, Json>>;
interface Around {
  readonly parent?: string;
  /** The role of the nearest stage around that names one: the default of its tasks. */
  readonly role?: string;
  readonly params: Params;
}
/** Kinds of which a person of a role takes care. */
const filled = new Set(['humanTask', 'letterTask', 'surveyTask', 'partnerTask', 'allocationTask']);
const outcomeOf: Readonly<Record<string, string>> = { humanTask: 'done', partnerTask: 'done', serviceTask: 'ok' };

function maximum(written: unknown, params: Params): number {
  return typeof written === 'number' ? written : Number(params[String(written).replace(/^params\./, '')]);
}
function repeatOf(written: unknown, params: Params): Repeat | undefined {
  if (written === undefined) return undefined;
  const { while: loop, max, every } = mapIn(written);
  return tidy<Repeat>({ while: optional(loop), max: maximum(max, params), every: length(every) });
}
function requiredOf(written: unknown): Item['required'] | undefined {
  return typeof written === 'string' ? expression(written) : flag(written);
}

/** What every kind of item may have. */
function shared(id: string, kind: ItemKind, raw: Raw, { parent, role, params }: Around) {
  return {
    id,
    kind,
    parent,
    title: textOf(raw['title']),
    help: helpOf(raw['help']),
    entry: sentries(raw['entry']),
    exit: sentries(raw['exit']),
    complete: sentries(raw['complete']),
    required: requiredOf(raw['required']),
    manualActivation: flag(raw['manualActivation']),
    repeat: repeatOf(raw['repeat'], params),
    due: raw['due'] === undefined ? undefined : moment(mapIn(raw['due'])),
    timer: kind === 'timer' ? moment(raw) : undefined,
    role: textIn(raw['role']) ?? (filled.has(kind) ? role : undefined),
    notBy: names(raw['notBy']),
    skip: names(raw['skip']),
    audience: names(raw['audience']),
    formerly: textIn(raw['formerly']),
  };
}

/** What the kinds of task add; keys that a kind does not have are absent. */
function own(kind: ItemKind, raw: Raw) {
  const done = outcomeOf[kind];
  return {
    form: textIn(raw['form']),
    outcomes: choices(raw['outcomes']) ?? (done === undefined ? undefined : [{ id: done }]),
    decision: textIn(raw['decision']),
    letter: textIn(raw['letter']),
    to: textIn(raw['to']),
    channel: word<NonNullable<Item['channel']>>(raw['channel']),
    proof: word<NonNullable<Item['proof']>>(raw['proof']),
    requires: optional(raw['requires']),
    respondents: word<NonNullable<Item['respondents']>>(raw['respondents']),
    attempts: typeof raw['attempts'] === 'number' ? raw['attempts'] : undefined,
    window: length(raw['window']),
    ...sharing(raw),
    pool: textIn(raw['pool']),
    needs: expressions(raw['needs']),
    period: periodOf(raw['period']),
    hold: length(raw['hold']),
    release: textIn(raw['release']),
    connector: textIn(raw['connector']),
    in: expressions(raw['in']),
    out: raw['out'] === undefined ? undefined : (mapIn(raw['out']) as Record<string, string>),
  };
}
function sharing(raw: Raw) {
  return {
    partner: textIn(raw['partner']),
    purpose: textIn(raw['purpose']),
    ground: textIn(raw['ground']),
    share: names(raw['share']),
    otherwise: textIn(raw['otherwise']),
    acknowledgeWithin: length(raw['acknowledgeWithin']),
    resolveWithin: length(raw['resolveWithin']),
    until: textIn(raw['until']),
  };
}
function periodOf(written: unknown): Item['period'] {
  if (written === undefined) return undefined;
  const { from, until } = mapIn(written);
  return { from: expression(from), until: expression(until) };
}

const itemOf = (id: string, kind: ItemKind, raw: Raw, around: Around): Item =>
  tidy<Item>(
    Object.assign(shared(id, kind, raw, around), own(kind, raw)) as { [K in keyof Item]: Item[K] | undefined },
  );

/** The tree laid flat: stages, tasks, milestones in file order, a stage directly followed by what is inside it. */
export function* itemsOf(container: Raw, around: Around): Generator<Item> {
  for (const [id, one] of Object.entries(mapIn(container['stages']))) {
    const stage = mapIn(one);
    yield itemOf(id, 'stage', stage, around);
    const role = textIn(stage['role']) ?? around.role;
    yield* itemsOf(stage, { ...around, parent: id, ...(role === undefined ? {} : { role }) });
  }
  for (const [id, one] of Object.entries(mapIn(container['tasks'])))
    yield itemOf(id, (textIn(mapIn(one)['kind']) ?? '') as ItemKind, mapIn(one), around);
  for (const [id, one] of Object.entries(mapIn(container['milestones'])))
    yield itemOf(id, 'milestone', mapIn(one), around);
}
