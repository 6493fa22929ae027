import { CONDITION, either, fields, ID, items, mapOf, object, STRING, TEXT, type Shape } from './shape-kinds.js';

export const named: Shape = either(items(STRING), mapOf(TEXT));
const events = either(STRING, items(STRING));
export const sentries = items(object({ on: events, if: CONDITION }, []));
const days: Shape = { oneOf: ['calendarDays', 'workingDays'] };
const moment = { after: STRING, at: STRING, from: STRING, in: days, statutory: 'boolean' } as const;
const due = object({ ...moment, warn: STRING }, []);
const repeat = object({ while: CONDITION, max: either('number', STRING), every: STRING }, ['max']);
const entry = either(
  STRING,
  object({ field: STRING, ...fields('boolean', 'optional', 'readOnly'), visibleIf: CONDITION }, ['field']),
);
export const form = object(
  {
    title: TEXT,
    wave: { oneOf: ['before', 'during', 'after'] },
    fields: items(entry),
    pages: mapOf(object({ title: TEXT, visibleIf: CONDITION, fields: items(entry) }, ['title', 'fields'])),
  },
  ['title'],
);
export const letter = object({ title: TEXT, file: STRING, fields: items(STRING) }, ['title', 'file']);

const base: Record<string, Shape> = {
  title: TEXT,
  help: TEXT,
  entry: sentries,
  required: CONDITION,
  manualActivation: 'boolean',
  repeat,
  role: STRING,
  audience: items(STRING),
  locked: 'boolean',
  formerly: ID,
};
const exit = { exit: sentries };
const skip = { skip: items(STRING) };
const expressions = mapOf(CONDITION);
const kind = (keys: Record<string, Shape>, required: string[] = []): Shape =>
  object({ ...base, kind: STRING, ...keys }, ['kind', 'title', ...required]);
const kinds: Record<string, Shape> = {
  timer: kind({ ...exit, ...moment }),
  humanTask: kind({ ...exit, ...skip, due, notBy: items(ID), form: ID, outcomes: named }),
  decisionTask: kind({ decision: ID }, ['decision']),
  letterTask: kind(
    {
      ...exit,
      ...skip,
      due,
      letter: ID,
      to: STRING,
      channel: { oneOf: ['preferred', 'post', 'registered', 'email'] },
      proof: { oneOf: ['none', 'delivered'] },
    },
    ['letter'],
  ),
  surveyTask: kind(
    {
      ...exit,
      ...skip,
      form: ID,
      requires: CONDITION,
      respondents: { oneOf: ['one', 'adults'] },
      attempts: 'number',
      window: STRING,
    },
    ['form', 'requires', 'window'],
  ),
  partnerTask: kind(
    {
      ...exit,
      ...skip,
      form: ID,
      outcomes: named,
      requires: CONDITION,
      ground: STRING,
      share: items(STRING),
      otherwise: STRING,
      until: STRING,
      ...fields(STRING, 'partner', 'purpose', 'acknowledgeWithin', 'resolveWithin'),
    },
    ['partner', 'purpose', 'ground', 'share'],
  ),
  allocationTask: kind(
    {
      ...exit,
      ...skip,
      due,
      needs: expressions,
      period: object({ from: STRING, until: STRING }, ['from', 'until']),
      ...fields(STRING, 'pool', 'hold', 'release'),
    },
    ['pool', 'period', 'hold', 'role'],
  ),
  serviceTask: kind(
    { ...exit, ...skip, due, outcomes: named, connector: STRING, in: expressions, out: mapOf(STRING) },
    ['connector'],
  ),
};
export const task = { shared: { ...base, ...exit }, due, kinds };

/** An escalation names a template or holds one inline. */
export function escalation(container: Record<string, Shape>, decision: Shape): Shape {
  return object(
    {
      title: TEXT,
      help: TEXT,
      owner: STRING,
      maxAge: STRING,
      entry: sentries,
      manualActivation: 'boolean',
      template: STRING,
      in: expressions,
      out: mapOf(STRING),
      blocks: either(items(STRING), mapOf(STRING)),
      max: 'number',
      audience: items(STRING),
      locked: 'boolean',
      forms: mapOf(form),
      decisions: mapOf(decision),
      ...container,
      complete: sentries,
      exit: sentries,
    },
    ['title', 'owner', 'maxAge'],
  );
}
