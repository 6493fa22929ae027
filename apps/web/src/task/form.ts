import type { Expression, FieldType } from '@thuisreis/engine';

/** The form as the API draws it: texts are already in the reader's language. */
export interface DrawnField {
  readonly path: string;
  readonly type: FieldType;
  readonly label: unknown;
  readonly help?: unknown;
  readonly values?: readonly { readonly id: string; readonly label?: unknown }[] | null;
  readonly min?: number | string | null;
  readonly max?: number | string | null;
  readonly optional?: boolean;
  readonly readOnly?: boolean;
  readonly mayDecline?: boolean;
  readonly visibleIf?: Expression | null;
}
export interface DrawnPage {
  readonly id: string;
  readonly title?: unknown;
  readonly visibleIf?: Expression | null;
  readonly fields: readonly DrawnField[];
}
export interface DrawnForm {
  readonly id: string;
  readonly title?: unknown;
  readonly pages: readonly DrawnPage[];
}
export interface Outcome {
  readonly id: string;
  readonly label?: unknown;
}

/** What stands in a field: text as typed, a choice, several choices, or "wil niet zeggen" and "later". */
export type Entered = string | boolean | readonly string[] | { readonly declined: true } | { readonly later: true };
export type Entries = { readonly [path: string]: Entered };

/** An answer the engine understands, or the code of what is wrong with it. */
export type Read = { readonly value: unknown } | { readonly wrong: string; readonly limit?: string } | undefined;

const NUMBERS: readonly FieldType[] = ['integer', 'number', 'scale', 'money'];

/** Reads one field; `undefined` when nothing was answered. Money is typed in euros and kept in cents. */
export function readEntry(field: DrawnField, entered: Entered | undefined): Read {
  if (entered === undefined || (typeof entered === 'string' && entered.trim() === '')) return undefined;
  if (Array.isArray(entered)) return entered.length > 0 ? { value: entered } : undefined;
  if (typeof entered === 'string' && NUMBERS.includes(field.type)) return readNumber(field, entered);
  if (typeof entered === 'string' && field.type === 'date' && !/^\d{4}-\d{2}-\d{2}$/.test(entered))
    return { wrong: 'date' };
  return { value: typeof entered === 'string' ? entered.trim() : entered };
}

function readNumber(field: DrawnField, typed: string): Read {
  const text = typed.trim().replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(text)) return { wrong: 'number' };
  const value = field.type === 'money' ? Math.round(Number(text) * 100) : Number(text);
  if (field.type !== 'number' && !Number.isInteger(value)) return { wrong: 'number' };
  const unit = field.type === 'money' ? 100 : 1;
  if (typeof field.min === 'number' && value < field.min) return { wrong: 'tooSmall', limit: String(field.min / unit) };
  if (typeof field.max === 'number' && value > field.max) return { wrong: 'tooBig', limit: String(field.max / unit) };
  return { value };
}

/** Present values as entries, so a form opens with what is known. */
export function startEntries(form: DrawnForm | null, values: unknown): Entries {
  const known = (values ?? {}) as { readonly [path: string]: unknown };
  const fields = form?.pages.flatMap((page) => page.fields) ?? [];
  return Object.fromEntries(
    fields.filter((field) => known[field.path] != null).map((field) => [field.path, enter(field, known[field.path])]),
  );
}

function enter(field: DrawnField, value: unknown): Entered {
  if (typeof value === 'number') return String(field.type === 'money' ? value / 100 : value);
  return value as Entered;
}
