/** The one check of a filled form, the same in browser and workflow. */
import { holds, type View } from './condition.js';
import { isDay } from './instant.js';
import { own } from './draft.js';
import type { FilledForm, Plan } from './plan.js';
import type { Answer, Facts, Field, FormEntry, Json, Refusal, RefusalCode, Template, Values } from './types.js';

const ORDER: readonly RefusalCode[] = [
  'caseEnded',
  'suspended',
  'stale',
  'early',
  'late',
  'notEnabled',
  'noOccurrenceLeft',
  'held',
  'notBy',
  'badValue',
  'heldByEscalation',
  'factChanged',
  'missingAnswer',
  'notSettling',
];
/** The refusals of the first code that applies. */
export function firstOf(refusals: readonly Refusal[]): readonly Refusal[] {
  const code = ORDER.find((each) => refusals.some((refusal) => refusal.code === each));
  return refusals.filter((refusal) => refusal.code === code);
}
const NEVER_FACTS = ['text', 'longText', 'phone', 'email', 'address', 'file', 'photo', 'signature'];
const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isDeclined = (value: Answer): boolean => isObject(value) && ('declined' in value || 'later' in value);
export const isReference = (value: unknown): value is { readonly answer: string } =>
  isObject(value) && typeof value['answer'] === 'string';

/** True when a field may hold this value; text and files are never facts, so a reference to the answer will do. */
export function fits(field: Field, value: Answer): boolean {
  if (value === null) return true;
  if (isDeclined(value)) return field.mayDecline === true;
  if (isReference(value)) return !field.isFact || NEVER_FACTS.includes(field.type);
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
    case 'scale':
    case 'money':
      return Number.isSafeInteger(value) && within(field, value as number);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && within(field, value);
    case 'enum':
      return typeof value === 'string' && isValue(field, value);
    case 'multiEnum':
      return (
        Array.isArray(value) &&
        new Set(value).size === value.length &&
        value.every((part) => typeof part === 'string' && isValue(field, part))
      );
    case 'date':
      return isDay(value) && within(field, value);
    default:
      return typeof value === 'string' && value.length <= 20_000;
  }
}
const isValue = (field: Field, value: string): boolean => field.values?.some(({ id }) => id === value) ?? false;
function within(field: Field, value: number | string): boolean {
  const { min, max } = field;
  return (
    (min === undefined || typeof min !== typeof value || value >= min) &&
    (max === undefined || typeof max !== typeof value || value <= max)
  );
}

/** The entries that show, given the answers being typed over what is known. */
function visibleEntries({ pages, always }: FilledForm, view: View, values: Values): readonly FormEntry[] {
  if (always) return always;
  const seen = typed(view, values);
  const shows = (part: { readonly visibleIf?: FormEntry['visibleIf'] }) => holds(part.visibleIf, seen);
  return pages.filter(shows).flatMap((page) => page.fields.filter(shows));
}
/** A view of the facts with the answers typed on top; declined and later are unknown. */
function typed(view: View, values: Values): View {
  const facts: { [path: string]: Json } = { ...view.facts };
  for (const [path, value] of Object.entries(values)) {
    if (isDeclined(value) || value === null) delete facts[path];
    else facts[path] = value as Json;
  }
  return Object.create(view, { facts: { value: facts } }) as View;
}

/** Every refusal of a filled form: bad values first, then missing answers. `heldFields` need no answer and take none. */
export function checkValues(
  { template, forms }: Plan,
  form: string | undefined,
  values: Values,
  view: View,
  isHeldField: (path: string) => boolean,
): readonly Refusal[] {
  const entries = visibleEntries(forms.get(form ?? '') ?? NO_FORM, view, values);
  const bad = badValues(template, entries, values, isHeldField);
  const lacking = missing(template, entries, values, view.facts, isHeldField);
  return bad.length ? [...bad, ...lacking] : lacking;
}
const NO_FORM: FilledForm = { pages: [], always: [] };
function badValues(
  template: Template,
  entries: readonly FormEntry[],
  values: Values,
  isHeldField: (path: string) => boolean,
): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const path of Object.keys(values)) {
    const entry = entries.find((each) => each.field === path);
    const field = own(template.fields, path);
    const fitting = entry && !entry.readOnly && field && fits(field, values[path] as Answer);
    if (!fitting) found.push({ code: 'badValue', path });
    else if (isHeldField(path)) found.push({ code: 'heldByEscalation', path });
  }
  return found;
}
function missing(
  template: Template,
  entries: readonly FormEntry[],
  values: Values,
  facts: Facts,
  isHeldField: (path: string) => boolean,
): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const { field: path, optional, readOnly } of entries) {
    const value = Object.hasOwn(values, path) ? values[path] : facts[path];
    if (optional || readOnly || (value !== undefined && value !== null)) continue;
    const field = template.fields[path];
    if (!field?.optional && field?.default === undefined && !isHeldField(path))
      found.push({ code: 'missingAnswer', path });
  }
  return found;
}
