import { either, fields, items, mapOf, object, STRING, type Shape } from './shape-kinds.js';

const values: Shape = mapOf('any', 'free');
const list = items(STRING);
export const expect = object(
  {
    active: list,
    ended: list,
    outcome: values,
    facts: values,
    open: list,
    case: { oneOf: ['active', 'suspended', 'ended'] },
  },
  [],
);
export const step = object(
  {
    ...fields(STRING, 'submit', 'start', 'skip', 'report', 'escalation', 'wait', 'withdraw', 'suspend'),
    ...fields(values, 'tally', 'correct', 'set', 'end'),
    project: either(STRING, values),
    resume: 'boolean',
    outcome: STRING,
    on: STRING,
    milestone: STRING,
    ended: { oneOf: ['terminate'] },
    refused: STRING,
    expect,
  },
  [],
);
/** A scenario of `tests:`: what is given on day zero, and what then happens, one step after another. */
export const scenario = object({ given: values, steps: items(step) }, ['steps']);
