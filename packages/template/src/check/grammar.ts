import { scenario } from './grammar-tests.js';
import { escalation, form, letter, named, sentries, task } from './grammar-parts.js';
import { CONDITION, fields, ID, items, mapOf, object, ref, STRING, TEXT, type Shape } from './shape-kinds.js';

const container = { stages: mapOf(ref('stage')), tasks: mapOf(ref('task')), milestones: mapOf(ref('milestone')) };
const field = object(
  {
    type: STRING,
    label: TEXT,
    purpose: STRING,
    sensitivity: { oneOf: ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'] },
    values: named,
    min: 'value',
    max: 'value',
    to: { oneOf: ['dwelling', 'person', 'partner'] },
    default: 'value',
    withdrawn: 'value',
    ground: STRING,
    retention: STRING,
    formerly: ID,
    help: TEXT,
    ...fields('boolean', 'optional', 'mayDecline', 'given', 'locked'),
  },
  ['type', 'label', 'purpose', 'sensitivity'],
);
const param = object(
  {
    type: { oneOf: ['duration', 'integer', 'number', 'boolean', 'enum'] },
    default: 'value',
    min: 'value',
    max: 'value',
    values: named,
    locked: 'boolean',
    title: TEXT,
  },
  ['type', 'default', 'title'],
);
const decision = object(
  {
    hitPolicy: { oneOf: ['UNIQUE', 'ANY', 'FIRST', 'COLLECT'] },
    inputs: items('condition'),
    outputs: items(STRING),
    rules: mapOf(object({ when: items('value'), then: items('value'), note: STRING }, ['when', 'then'])),
    locked: 'boolean',
  },
  ['inputs', 'outputs', 'rules'],
);
const tally = object({ of: STRING, where: CONDITION, among: ID, freeze: ID }, ['of', 'where']);

/** The grammar of §16 as one table: it is walked by the checker and printed as JSON Schema for editors. */
export const grammar: Readonly<Record<string, Shape>> = {
  template: object(
    {
      dsl: { oneOf: ['thuisreis/1'] },
      kind: { oneOf: ['household', 'project', 'escalation'] },
      name: ID,
      version: STRING,
      title: TEXT,
      extends: STRING,
      within: STRING,
      publish: items(STRING),
      params: mapOf(param),
      data: mapOf(mapOf(field)),
      forms: mapOf(form),
      decisions: mapOf(decision),
      letters: mapOf(letter),
      tallies: mapOf(tally),
      ...container,
      complete: sentries,
      exit: sentries,
      escalations: mapOf(ref('escalation')),
      tests: mapOf(scenario),
      simulate: 'any',
    },
    ['dsl', 'kind', 'name', 'version', 'title'],
  ),
  stage: object(
    {
      ...task.shared,
      complete: sentries,
      due: task.due,
      ...container,
    },
    ['title'],
  ),
  task: { byKind: task.kinds },
  milestone: object(
    { title: TEXT, help: TEXT, entry: sentries, required: CONDITION, due: task.due, locked: 'boolean', formerly: ID },
    ['title', 'entry'],
  ),
  escalation: escalation(container, decision),
};
