import type { Words } from '@thuisreis/words';
import { grammar } from '../check/grammar.js';
import {
  decision,
  due,
  field,
  form,
  formField,
  letter,
  page,
  param,
  repeat,
  row,
  sentry,
  tally,
} from '../check/grammar-parts.js';
import { period, taskKinds } from '../check/grammar-tasks.js';
import { expect, scenario, step } from '../check/grammar-tests.js';
import type { Keyed, Shape } from '../check/shape-kinds.js';

export interface PlaceInLanguage {
  readonly id: string;
  readonly title: Words;
  readonly shape: Keyed;
}
const place = (id: string, nl: string, en: string, shape: Shape): PlaceInLanguage => {
  if (typeof shape === 'string' || !('keys' in shape) || !('also' in shape)) throw new Error(`${id} has no keys`);
  return { id, title: { nl, en }, shape };
};
/** The three kinds of file differ in one key or two: shown together. */
function wholeFile(): Shape {
  const shape = grammar['template']!;
  if (typeof shape === 'string' || !('byKind' in shape)) throw new Error('a file has kinds');
  const [first, ...others] = Object.values(shape.byKind) as Keyed[];
  return { ...first!, keys: Object.assign({}, first!.keys, ...others.map(({ keys }) => keys)) as Keyed['keys'] };
}
const kindNames: Readonly<Record<string, Words>> = {
  timer: { nl: 'Wekker', en: 'Timer' },
  humanTask: { nl: 'Taak voor een mens', en: 'Task for a person' },
  decisionTask: { nl: 'Beslissing', en: 'Decision' },
  letterTask: { nl: 'Brief', en: 'Letter' },
  surveyTask: { nl: 'Onderzoek', en: 'Survey' },
  partnerTask: { nl: 'Vraag aan een partner', en: 'Request to a partner' },
  allocationTask: { nl: 'Woning toewijzen', en: 'Allocation of a dwelling' },
  serviceTask: { nl: 'Koppeling', en: 'Service' },
};

/** Every group of keys of the language, in the order in which a file is written. */
export const places: readonly PlaceInLanguage[] = [
  place('file', 'Het bestand', 'The file', wholeFile()),
  place('param', 'Instelling (params)', 'Setting (params)', param),
  place('field', 'Veld (data)', 'Field (data)', field),
  place('form', 'Formulier (forms)', 'Form (forms)', form),
  place('page', 'Bladzijde van een formulier', 'Page of a form', page),
  place('formField', 'Veld op een formulier', 'Field on a form', formField),
  place('decision', 'Beslistabel (decisions)', 'Decision table (decisions)', decision),
  place('row', 'Regel van een tabel', 'Row of a table', row),
  place('letter', 'Brief (letters)', 'Letter (letters)', letter),
  place('tally', 'Telling (tallies)', 'Tally (tallies)', tally),
  place('stage', 'Fase (stages)', 'Stage (stages)', grammar['stage']!),
  place('milestone', 'Mijlpaal (milestones)', 'Milestone (milestones)', grammar['milestone']!),
  ...Object.entries(taskKinds).map(([id, shape]) =>
    place(id, `${kindNames[id]!.nl} (${id})`, `${kindNames[id]!.en} (${id})`, shape),
  ),
  place('sentry', 'Begin- of eindpunt (entry, exit, complete)', 'Sentry (entry, exit, complete)', sentry),
  place('due', 'Uiterste datum (due)', 'Deadline (due)', due),
  place('repeat', 'Herhaling (repeat)', 'Repetition (repeat)', repeat),
  place('period', 'Periode (period)', 'Period (period)', period),
  place('escalation', 'Escalatie (escalations)', 'Escalation (escalations)', grammar['escalation']!),
  place('scenario', 'Scenario (tests)', 'Scenario (tests)', scenario),
  place('step', 'Stap van een scenario', 'Step of a scenario', step),
  place('expect', 'Verwachting (expect)', 'Expectation (expect)', expect),
];
