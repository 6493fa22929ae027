import { holds } from '@thuisreis/engine';
import type { Facts, View } from '@thuisreis/engine';
import { readEntry } from './form.js';
import type { DrawnField, DrawnForm, Entries } from './form.js';

/** The engine itself decides what is visible; the answers being typed are its facts, the rest is unknown. */
export function visibleFields(form: DrawnForm | null, entries: Entries, values: unknown): readonly DrawnField[] {
  const all = form?.pages.flatMap((page) => page.fields) ?? [];
  const view = viewOf(all, entries, values);
  return (form?.pages ?? [])
    .filter((page) => holds(page.visibleIf ?? undefined, view))
    .flatMap((page) => page.fields.filter((field) => holds(field.visibleIf ?? undefined, view)));
}

function viewOf(fields: readonly DrawnField[], entries: Entries, values: unknown): View {
  const facts: Record<string, unknown> = { ...((values ?? {}) as Record<string, unknown>) };
  for (const field of fields) {
    const read = readEntry(field, entries[field.path]);
    if (read && 'value' in read && isKnown(read.value)) facts[field.path] = read.value;
    else delete facts[field.path];
  }
  const unknown = () => undefined;
  return {
    calendar: { hash: '', zone: '', workingDays: [1, 2, 3, 4, 5], holidays: [], closed: [], offsets: [], until: '' },
    day: new Date().toISOString().slice(0, 10),
    facts: facts as Facts,
    param: unknown,
    law: unknown,
    fallback: unknown,
    outcome: unknown,
    counted: () => 0,
    dated: unknown,
    reached: () => false,
    reachedThere: () => false,
    reachedByProject: () => false,
  };
}

/** "Wil niet zeggen" and "later" are answers, but to conditions they are unknown. */
function isKnown(value: unknown): boolean {
  return typeof value !== 'object' || Array.isArray(value);
}
