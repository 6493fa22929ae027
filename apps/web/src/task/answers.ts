import { readEntry } from './form.js';
import type { DrawnField, Entries } from './form.js';

export interface Answers {
  readonly values: Record<string, unknown>;
  readonly wrong: readonly { readonly path: string; readonly code: string; readonly limit?: string }[];
}

/** The visible, writable answers by path; an empty required one is `missingAnswer`. */
export function answersOf(fields: readonly DrawnField[], entries: Entries): Answers {
  const values: Record<string, unknown> = {};
  const wrong: { path: string; code: string; limit?: string }[] = [];
  for (const field of fields.filter((candidate) => !candidate.readOnly)) {
    const read = readEntry(field, entries[field.path]);
    if (read && 'value' in read) values[field.path] = read.value;
    else if (read) wrong.push({ path: field.path, code: read.wrong, ...(read.limit ? { limit: read.limit } : {}) });
    else if (!field.optional) wrong.push({ path: field.path, code: 'missingAnswer' });
  }
  return { values, wrong };
}

/** Only what differs from what was shown, each with what was shown: nobody overwrites what they left alone. */
export function changedOnly(
  values: Readonly<Record<string, unknown>>,
  known: unknown,
): { values: Record<string, unknown>; seen: Record<string, unknown> } {
  const shown = (known ?? {}) as Readonly<Record<string, unknown>>;
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const changed = Object.entries(values).filter(([path, value]) => !same(value, shown[path]));
  return {
    values: Object.fromEntries(changed),
    seen: Object.fromEntries(changed.map(([path]) => [path, shown[path] ?? null])),
  };
}
