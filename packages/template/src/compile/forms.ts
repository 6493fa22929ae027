import type { Field, Form, FormEntry, FormPage, Letter } from '@thuisreis/engine';
import { listIn, mapIn, textIn, type Raw } from '../check/raw.js';
import { choices, flag, helpOf, mapped, names, optional, textOf, tidy, word } from './parts.js';

function entryOf(written: unknown): FormEntry {
  if (typeof written === 'string') return { field: written };
  const raw = mapIn(written);
  return tidy<FormEntry>({
    field: String(raw['field']),
    optional: flag(raw['optional']),
    readOnly: flag(raw['readOnly']),
    visibleIf: optional(raw['visibleIf']),
  });
}
const pageOf = (id: string, raw: Raw): FormPage =>
  tidy<FormPage>({
    id,
    title: textOf(raw['title']),
    visibleIf: optional(raw['visibleIf']),
    fields: listIn(raw['fields']).map(entryOf),
  });

/** A form written without pages is one page named `page`. */
export const formsOf = (written: unknown): Record<string, Form> =>
  mapped(written, (id, raw) => {
    const pages = raw['pages'] ?? { page: { title: raw['title'], fields: raw['fields'] } };
    return tidy<Form>({
      id,
      title: textOf(raw['title']),
      wave: word(raw['wave']),
      pages: Object.entries(mapIn(pages)).map(([page, one]) => pageOf(page, mapIn(one))),
    });
  });

export const lettersOf = (written: unknown): Record<string, Letter> =>
  mapped(written, (id, raw) => ({
    id,
    title: textOf(raw['title']),
    file: String(raw['file']),
    fields: names(raw['fields']) ?? [],
  }));

const factTypes = new Set(['boolean', 'integer', 'number', 'money', 'enum', 'multiEnum', 'date', 'scale', 'reference']);

/** All fields by path; only those in `needed`, of a type that conditions can read, enter a case's facts. */
export function fieldsOf(written: unknown, needed: ReadonlySet<string>): Record<string, Field> {
  const found: Record<string, Field> = {};
  for (const [group, fields] of Object.entries(mapIn(written)))
    for (const [name, one] of Object.entries(mapIn(fields))) {
      const path = `${group}.${name}`;
      found[path] = fieldOf(path, mapIn(one), needed.has(path));
    }
  return found;
}
function fieldOf(path: string, raw: Raw, isNeeded: boolean): Field {
  const { values, retention: _retention, locked: _locked, help, ...rest } = raw;
  return tidy<Field>({
    ...(rest as unknown as Field),
    path,
    help: helpOf(help),
    values: choices(values),
    isFact: isNeeded && factTypes.has(textIn(raw['type']) ?? ''),
  } as { [K in keyof Field]: Field[K] | undefined });
}
