import type { FormEntry, Json, Template, Text } from '@thuisreis/engine';

/** A sentence in the reader's language, or in whichever there is. */
export const say = (text: Text | undefined, language: string): string =>
  text?.[language] ?? text?.['nl'] ?? Object.values(text ?? {})[0] ?? '';

/** The form of a task as the browser draws it; null when the task asks nothing. */
export function drawForm(template: Template, form: string | undefined, language: string): Json {
  const found = form === undefined ? undefined : template.forms[form];
  if (!found) return null;
  const pages = found.pages.map((page) => ({
    id: page.id,
    title: say(page.title, language),
    ...(page.visibleIf ? { visibleIf: page.visibleIf as Json } : {}),
    fields: page.fields.map((entry) => drawField(template, entry, language)),
  }));
  return { id: found.id, title: say(found.title, language), pages };
}

function drawField(template: Template, entry: FormEntry, language: string): Json {
  const field = template.fields[entry.field];
  if (!field) return { path: entry.field, type: 'text', label: entry.field, readOnly: true };
  const values = field.values?.map(({ id, label }) => ({ id, label: say(label, language) || id }));
  return {
    path: field.path,
    type: field.type,
    label: say(field.label, language),
    help: say(field.help, language) || null,
    values: values ?? null,
    min: field.min ?? null,
    max: field.max ?? null,
    optional: entry.optional ?? field.optional ?? false,
    readOnly: entry.readOnly ?? false,
    mayDecline: field.mayDecline ?? false,
    visibleIf: (entry.visibleIf as Json | undefined) ?? null,
  };
}

/** Every field path that a form shows. */
export const pathsOf = (template: Template, form: string | undefined): string[] =>
  (form === undefined ? undefined : template.forms[form])?.pages.flatMap((page) =>
    page.fields.map(({ field }) => field),
  ) ?? [];
