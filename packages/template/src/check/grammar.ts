import { corporation, law } from './grammar-house.js';
import { decision, field, form, letter, param, sentries, tally } from './grammar-parts.js';
import { escalation, milestone, stage, taskKinds } from './grammar-tasks.js';
import { scenario } from './grammar-tests.js';
import { ID, items, mapOf, object, ref, STRING, TEXT, type Shape } from './shape-kinds.js';

const container = {
  stages: mapOf(ref('stage'), 'name'),
  tasks: mapOf(ref('task'), 'name'),
  milestones: mapOf(ref('milestone'), 'name'),
};
const inline = { forms: mapOf(form), decisions: mapOf(decision) };
const file = (keys: Record<string, Shape>): Shape =>
  object(
    {
      dsl: { oneOf: ['thuisreis/1'] },
      kind: STRING,
      name: ID,
      version: 'version',
      title: TEXT,
      extends: 'baseReference',
      params: mapOf(param),
      data: mapOf(mapOf(field), 'name'),
      ...inline,
      letters: mapOf(letter),
      ...container,
      complete: sentries,
      exit: sentries,
      escalations: mapOf(ref('escalation'), 'name'),
      tests: mapOf(scenario),
      simulate: 'any',
      ...keys,
    },
    ['dsl', 'kind', 'name', 'version', 'title'],
    { atLeastOne: ['stages', 'tasks', 'milestones'] },
  );

/** The grammar of §16: the one description of the language. The checker walks it; editors get it as JSON Schema. */
export const grammar: Readonly<Record<string, Shape>> = {
  template: {
    byKind: {
      household: file({ within: 'reference' }),
      project: file({ publish: items(STRING), tallies: mapOf(tally) }),
      escalation: file({ within: 'reference' }),
    },
  },
  stage: stage(container),
  task: { byKind: taskKinds },
  milestone,
  escalation: escalation(container, inline),
  corporation,
  law,
};
