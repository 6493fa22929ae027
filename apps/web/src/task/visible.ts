import { checkForm } from '@thuisreis/engine';
import type { Answer, Expression, Facts, Template } from '@thuisreis/engine';
import { readEntry } from './form.js';
import type { DrawnField, DrawnForm, Entries } from './form.js';

const TASK = 'task';
const ASKED = 'asked:';

/**
 * The fields that show, decided by the engine's own check. Beside every field stands a required twin that nobody can
 * answer, under the same conditions: the engine misses the twin exactly when the field is visible.
 */
export function visibleFields(form: DrawnForm | null, entries: Entries, values: unknown): readonly DrawnField[] {
  if (!form) return [];
  const fields = form.pages.flatMap((page) => page.fields);
  const known = (values ?? {}) as Facts;
  const missed = new Set(checkForm(twins(form), TASK, typed(fields, entries), known).map((refusal) => refusal.path));
  return fields.filter((field) => missed.has(ASKED + field.path));
}

/** What stands in the form now; an emptied field is null, so that the known value no longer counts. */
function typed(fields: readonly DrawnField[], entries: Entries): { [path: string]: Answer } {
  const answer = (field: DrawnField): Answer => {
    const read = readEntry(field, entries[field.path]);
    return read && 'value' in read ? (read.value as Answer) : null;
  };
  return Object.fromEntries(fields.map((field) => [field.path, answer(field)]));
}

function twins(form: DrawnForm): Template {
  const condition = (part: { readonly visibleIf?: Expression | null }) =>
    part.visibleIf ? { visibleIf: part.visibleIf } : {};
  const pages = form.pages.map((page) => ({
    id: page.id,
    title: {},
    ...condition(page),
    fields: page.fields.map((field) => ({ field: ASKED + field.path, ...condition(field) })),
  }));
  return {
    ...EMPTY,
    items: [{ id: TASK, kind: 'humanTask', title: {}, form: form.id }],
    forms: { [form.id]: { id: form.id, title: {}, pages } },
  };
}

const EMPTY: Template = {
  name: '',
  version: '',
  hash: '',
  dsl: 'thuisreis/1',
  kind: 'household',
  title: {},
  publish: [],
  params: {},
  law: {},
  fields: {},
  forms: {},
  decisions: {},
  letters: {},
  items: [],
  escalations: {},
  tallies: {},
  countedBy: {},
  calendars: {},
};
