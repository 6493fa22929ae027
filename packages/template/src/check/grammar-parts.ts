import {
  CONDITION,
  either,
  fields,
  ID,
  items,
  LENGTH,
  mapOf,
  object,
  STRING,
  TEXT,
  type Shape,
} from './shape-kinds.js';

/** §16.2 and §16.4: what forms, tables, letters, clocks and sentries are made of. */
export const named: Shape = either(items(ID), mapOf(TEXT));
export const sentry = object({ on: either('event', items('event')), if: CONDITION }, [], { atLeastOne: ['on', 'if'] });
export const sentries = items(sentry);
export const moment = {
  after: LENGTH,
  at: 'expression',
  from: 'event',
  in: { oneOf: ['calendarDays', 'workingDays'] },
  statutory: 'boolean',
} as const satisfies Record<string, Shape>;
export const momentRules = [{ exactlyOne: ['after', 'at'] }, { excludes: ['at', 'from'] }] as const;
export const due = object({ ...moment, warn: LENGTH }, [], ...momentRules);
export const repeat = object({ while: CONDITION, max: either('number', STRING), every: LENGTH }, ['max']);

export const formField = object({ field: STRING, ...fields('boolean', 'optional', 'readOnly'), visibleIf: CONDITION }, [
  'field',
]);
const entries = items(either(STRING, formField));
export const page = object({ title: TEXT, visibleIf: CONDITION, fields: entries }, ['title', 'fields']);
export const form = object(
  { title: TEXT, wave: { oneOf: ['before', 'during', 'after'] }, fields: entries, pages: mapOf(page) },
  ['title'],
  { exactlyOne: ['fields', 'pages'] },
);
export const letter = object({ title: TEXT, file: STRING, fields: items(STRING) }, ['title', 'file']);
/** The most inputs and rows that one table may have. */
const TABLE = { inputs: 10, rows: 200 };
export const row = object({ when: items('value'), then: items('value'), note: STRING }, ['when', 'then']);
export const decision = object(
  {
    hitPolicy: { oneOf: ['UNIQUE', 'ANY', 'FIRST', 'COLLECT'] },
    inputs: items('expression', TABLE.inputs),
    outputs: items(STRING),
    rules: mapOf(row, 'id', TABLE.rows),
    locked: 'boolean',
  },
  ['inputs', 'outputs', 'rules'],
);
export const tally = object({ of: 'reference', where: CONDITION, among: ID, freeze: ID }, ['of', 'where']);

const classes = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'];
const types =
  'boolean integer number enum multiEnum date text longText money phone email address file photo signature scale reference';
export const grounds: Shape = {
  oneOf: ['consent', 'contract', 'legalDuty', 'vitalInterest', 'publicTask', 'legitimateInterest'],
};
export const field = object(
  {
    type: { oneOf: types.split(' ') },
    label: TEXT,
    purpose: STRING,
    sensitivity: { oneOf: classes },
    values: named,
    min: 'value',
    max: 'value',
    to: { oneOf: ['dwelling', 'person', 'partner'] },
    default: 'value',
    withdrawn: 'value',
    ground: grounds,
    retention: LENGTH,
    formerly: ID,
    help: TEXT,
    ...fields('boolean', 'optional', 'mayDecline', 'given', 'locked'),
  },
  ['type', 'label', 'purpose', 'sensitivity'],
  { when: 'type', is: ['enum', 'multiEnum'], needs: ['values'] },
  { when: 'type', is: ['scale'], needs: ['min', 'max'] },
  { when: 'type', is: ['reference'], needs: ['to'] },
);
export const param = object(
  {
    type: { oneOf: ['duration', 'integer', 'number', 'boolean', 'enum'] },
    default: 'value',
    min: 'value',
    max: 'value',
    values: named,
    locked: 'boolean',
    title: TEXT,
    help: TEXT,
  },
  ['type', 'default', 'title'],
  { when: 'type', is: ['enum'], needs: ['values'] },
);
