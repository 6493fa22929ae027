/** The one check of a filled form, the same in browser and workflow. */
import { evaluate, type View } from './condition.js';
import { isDay } from './instant.js';
import { own } from './draft.js';
import { planOf } from './plan.js';
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

/** Form of an item, or of an id that is a form itself. */
const formOf = (template: Template, item: string) =>
  template.forms[planOf(template).byId.get(item.split('#')[0] ?? item)?.form ?? ''];

/** The entries that show, given the answers being typed over what is known. */
export function visibleEntries(template: Template, item: string, view: View): readonly FormEntry[] {
  const pages = formOf(template, item)?.pages ?? [];
  const shows = (part: { readonly visibleIf?: FormEntry['visibleIf'] }) =>
    part.visibleIf === undefined || evaluate(part.visibleIf, view) === true;
  return pages.filter(shows).flatMap((page) => page.fields.filter(shows));
}
/** A view of the facts with the answers typed on top; declined and later are unknown. */
export function typed(view: View, values: Values): View {
  const facts: { [path: string]: Json } = { ...view.facts };
  for (const [path, value] of Object.entries(values)) {
    if (isDeclined(value) || value === null) delete facts[path];
    else facts[path] = value as Json;
  }
  return { ...view, facts };
}

/** Every refusal of a filled form: bad values first, then missing answers. `heldFields` need no answer and take none. */
export function checkValues(
  template: Template,
  item: string,
  values: Values,
  view: View,
  isHeldField: (path: string) => boolean,
): readonly Refusal[] {
  if (!formOf(template, item) && !Object.keys(values).length) return [];
  const entries = visibleEntries(template, item, typed(view, values));
  return [
    ...badValues(template, entries, values, isHeldField),
    ...missing(template, entries, values, view.facts, isHeldField),
  ];
}
function badValues(
  template: Template,
  entries: readonly FormEntry[],
  values: Values,
  isHeldField: (path: string) => boolean,
): readonly Refusal[] {
  return Object.entries(values).flatMap(([path, value]): readonly Refusal[] => {
    const entry = entries.find((each) => each.field === path);
    const field = own(template.fields, path);
    if (!entry || !field || entry.readOnly || !fits(field, value)) return [{ code: 'badValue', path }];
    return isHeldField(path) ? [{ code: 'heldByEscalation', path }] : [];
  });
}
function missing(
  template: Template,
  entries: readonly FormEntry[],
  values: Values,
  facts: Facts,
  isHeldField: (path: string) => boolean,
): readonly Refusal[] {
  return entries.flatMap(({ field: path, optional, readOnly }): readonly Refusal[] => {
    const field = template.fields[path];
    if (optional || readOnly || field?.optional || isHeldField(path) || field?.default !== undefined) return [];
    const value = Object.hasOwn(values, path) ? values[path] : facts[path];
    return value === undefined || value === null ? [{ code: 'missingAnswer', path }] : [];
  });
}
