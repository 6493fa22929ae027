/** Templates to measure, and one journey through each: the events, and the state before every one of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { compileCorporation, templateFor } from '../../packages/template/dist/index.js';
import { begin, possible, step } from '../../packages/engine/dist/index.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const START = '2026-01-05T08:00:00.000Z';

function filesBelow(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      return [relative(folder, path), readFileSync(path, 'utf8')];
    }),
  );
}
/** The renovation as De Waterkant plays it, with everything around it. */
export function renovation() {
  const compiled = compileCorporation(filesBelow(join(ROOT, 'config')), 'waterkant');
  const template = templateFor(compiled, 'renovation');
  if (!template) throw new Error(JSON.stringify(compiled.findings, null, 1));
  const { calendar } = compiled;
  return { ...template, calendars: { [calendar.hash]: calendar } };
}
/** Two stages, two tasks, a milestone and a term in working days. */
export function small(calendars) {
  const field = { path: 'talk.agrees', type: 'boolean', label: {}, purpose: 'p', sensitivity: 'D1', isFact: true };
  const agreed = ['==', ['fact', field.path], ['literal', true]];
  const item = (id, kind, rest = {}) => ({ id, kind, title: {}, ...rest });
  const due = { after: { iso: 'P10D' }, in: 'workingDays' };
  return {
    ...{ dsl: 'thuisreis/1', kind: 'household', name: 'small', version: '1.0.0', hash: 'small', title: {}, calendars },
    ...{ publish: [], params: {}, law: {}, letters: {}, tallies: {}, countedBy: {}, decisions: {}, escalations: {} },
    fields: { [field.path]: field },
    forms: { talk: { id: 'talk', title: {}, pages: [{ id: 'page', title: {}, fields: [{ field: field.path }] }] } },
    items: [
      item('meet', 'stage'),
      item('talk', 'humanTask', { parent: 'meet', form: 'talk', due }),
      item('work', 'stage', { entry: [{ on: ['meet.complete'], if: agreed }] }),
      item('visit', 'humanTask', { parent: 'work' }),
      item('agreed', 'milestone', { entry: [{ if: agreed }] }),
    ],
  };
}

const ANSWERS = {
  'contact.reached': 'reached',
  'consent.tenant': 'agreed',
  'works.done': true,
  'household.members': 2,
  'stay.leaveOn': '2026-06-01',
  'stay.returnOn': '2026-06-15',
  'share.survey': 'no',
  'closing.goodHome': true,
};
const OTHERS = { boolean: true, integer: 1, number: 1, scale: 1, money: 100, date: '2026-06-01', multiEnum: [] };
function answersFor(template, form) {
  const asked = template.forms[form]?.pages.filter((page) => !page.visibleIf).flatMap(({ fields }) => fields) ?? [];
  return Object.fromEntries(asked.map(({ field }) => [field, answerTo(template.fields[field])]));
}
function answerTo(field) {
  if (!(field.path in ANSWERS) && field.default !== undefined) return field.default;
  return ANSWERS[field.path] ?? OTHERS[field.type] ?? field.values?.[0]?.id ?? { answer: 'a1' };
}
const REPORTS = { letter: 'delivered', survey: 'answered', partner: 'done', allocation: 'confirmed' };
/** What a quiet journey does next: work first, then what the world reports, then the earliest clock. */
function next(template, state, heard) {
  const kinds = possible(template, state);
  const submit = kinds.find(
    ({ type, item }) =>
      type === 'submit' && !template.items.find(({ id }) => id === item.split('#')[0]).manualActivation,
  );
  if (submit) {
    const { item, form, outcomes } = submit;
    return { type: 'submit', item, by: 'member', values: answersFor(template, form), outcome: outcomes[0] };
  }
  const report = kinds.find(
    ({ type, item }) => (REPORTS[type] || type === 'service') && state.items[item] === 'active' && type !== 'partner',
  );
  if (report) return { type: report.type, item: report.item, report: REPORTS[report.type] };
  if (!heard.has('project')) {
    heard.add('project');
    return { type: 'project', source: 'p', revision: 1, facts: {}, milestones: PUBLISHED };
  }
  const clocks = kinds.filter(({ type, clock }) => type === 'timer' && /\/(occur|every)$/.test(clock));
  const at = ({ clock }) => state.deadlines[clock].at;
  const [first] = clocks.sort((a, b) => (at(a) < at(b) ? -1 : 1));
  return first && { type: 'timer', clock: first.clock };
}
const PUBLISHED = ['proposalFinal', 'quorumReached', 'goAhead'];

/** Walks until the case has ended or nothing is left to do. */
export function journey(template, facts = {}) {
  const [calendar] = Object.keys(template.calendars);
  const first = begin(template, facts, [], START, { calendar });
  if (!first.accepted) throw new Error(JSON.stringify(first.refusals));
  const [steps, heard] = [[], new Set()];
  let { state } = first;
  for (let event = next(template, state, heard); event && !state.ended; event = next(template, state, heard)) {
    const now = event.type === 'timer' ? state.deadlines[event.clock].at : state.now;
    const done = step(template, state, event, now);
    if (!done.accepted) throw new Error(JSON.stringify([event, done.refusals]));
    steps.push({ event, now, before: state, after: done.state });
    ({ state } = done);
  }
  return { first: first.state, steps };
}
