import { due, grounds, moment, momentRules, named, repeat, sentries } from './grammar-parts.js';
import {
  CONDITION,
  fields,
  ID,
  items,
  LENGTH,
  mapOf,
  object,
  STRING,
  TEXT,
  type Constraint,
  type Shape,
} from './shape-kinds.js';

/** §16.3, column by column: a key that a kind does not have is unknown there. */
const everywhere = { title: TEXT, help: TEXT, required: CONDITION, locked: 'boolean', formerly: ID } as const;
const optional = { manualActivation: 'boolean' } as const;
const skip = { skip: items(STRING) };
const exit = { exit: sentries };
const expressions = mapOf('expression', 'free');

const kind = (keys: Record<string, Shape>, required: string[] = [], ...also: Constraint[]): Shape =>
  object({ kind: STRING, ...everywhere, entry: sentries, repeat, ...keys }, ['kind', 'title', ...required], ...also);

export const period = object({ from: 'expression', until: 'expression' }, ['from', 'until']);

export const taskKinds: Record<string, Shape> = {
  timer: kind({ ...exit, ...moment }, [], ...momentRules, { excludes: ['at', 'repeat'] }),
  humanTask: kind({
    ...exit,
    ...optional,
    ...skip,
    due,
    role: STRING,
    notBy: items(ID),
    audience: items(STRING),
    form: ID,
    outcomes: named,
  }),
  decisionTask: kind({ decision: ID }, ['decision']),
  letterTask: kind(
    {
      ...exit,
      ...optional,
      ...skip,
      due,
      role: STRING,
      letter: ID,
      to: 'recipient',
      channel: { oneOf: ['preferred', 'post', 'registered', 'email'] },
      proof: { oneOf: ['none', 'delivered'] },
    },
    ['letter'],
  ),
  surveyTask: kind(
    {
      ...exit,
      ...optional,
      ...skip,
      role: STRING,
      form: ID,
      requires: CONDITION,
      respondents: { oneOf: ['one', 'adults'] },
      attempts: 'count',
      window: LENGTH,
    },
    ['form', 'requires', 'window'],
  ),
  partnerTask: kind(
    {
      ...exit,
      ...optional,
      ...skip,
      role: STRING,
      form: ID,
      outcomes: named,
      requires: CONDITION,
      ground: grounds,
      share: items(STRING),
      otherwise: ID,
      until: 'event',
      ...fields(STRING, 'partner', 'purpose'),
      ...fields(LENGTH, 'acknowledgeWithin', 'resolveWithin'),
    },
    ['partner', 'purpose', 'ground', 'share'],
    { atLeastOne: ['resolveWithin', 'until'] },
  ),
  allocationTask: kind(
    {
      ...exit,
      ...optional,
      ...skip,
      due,
      role: STRING,
      pool: ID,
      needs: expressions,
      period,
      hold: LENGTH,
      release: 'event',
    },
    ['pool', 'period', 'hold'],
  ),
  serviceTask: kind(
    {
      ...exit,
      ...optional,
      ...skip,
      due,
      role: STRING,
      outcomes: named,
      connector: ID,
      in: expressions,
      out: mapOf(STRING, 'free'),
    },
    ['connector'],
  ),
};

export const stage = (container: Record<string, Shape>): Shape =>
  object(
    {
      ...everywhere,
      ...optional,
      ...exit,
      ...container,
      entry: sentries,
      complete: sentries,
      repeat,
      due,
      role: STRING,
      audience: items(STRING),
    },
    ['title'],
    { atLeastOne: ['tasks', 'stages', 'milestones'] },
  );
export const milestone: Shape = object({ ...everywhere, entry: sentries, due }, ['title', 'entry']);

/** §16.4: an escalation names a template or holds one inline. */
export const escalation = (container: Record<string, Shape>, inline: Record<string, Shape>): Shape =>
  object(
    {
      title: TEXT,
      help: TEXT,
      owner: STRING,
      maxAge: LENGTH,
      entry: sentries,
      manualActivation: 'boolean',
      template: 'reference',
      in: expressions,
      out: mapOf(STRING, 'free'),
      blocks: { either: [items(ID), mapOf(ID)] },
      max: 'count',
      audience: items(STRING),
      locked: 'boolean',
      ...inline,
      ...container,
      complete: sentries,
      exit: sentries,
    },
    ['title', 'owner', 'maxAge'],
    { atLeastOne: ['entry', 'manualActivation'] },
    { excludes: ['template', ...Object.keys(inline), ...Object.keys(container), 'complete', 'exit'] },
  );
