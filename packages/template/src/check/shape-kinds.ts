/** The kinds of shape the grammar is made of. */
export type Shape =
  | Scalar
  | { readonly oneOf: readonly string[] }
  | { readonly items: Shape; readonly most?: number }
  | { readonly map: Shape; readonly keys: KeyKind; readonly most?: number }
  | { readonly either: readonly Shape[] }
  | { readonly ref: string }
  | Keyed
  | { readonly byKind: Readonly<Record<string, Shape>> };

export type Scalar =
  | 'any' // judged elsewhere
  | 'value' // a scalar, or a list of them
  | 'string'
  | 'boolean'
  | 'number'
  | 'count' // a whole number from 0
  | 'id'
  | 'text' // language → sentence
  | 'condition' // CEL, or true and false
  | 'expression' // CEL, or a bare number, true and false
  | 'length' // ISO 8601, `params.x`, `law.x`, `days(…)`, `workdays(…)`
  | 'event' // `<source>.<transition>`
  | 'reference' // `<name>@<range>`
  | 'baseReference' // `base/<name>@<range>`
  | 'recipient' // tenant, coTenants, `partner:<kind>`
  | 'version';
/** What the keys of a map are: a plain id, one that also names a group of fields or an item, or free words. */
export type KeyKind = 'id' | 'name' | 'free';

export interface Keyed {
  readonly keys: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
  readonly also: readonly Constraint[];
}
/** What one key asks of the others. */
export type Constraint =
  | { readonly exactlyOne: readonly string[] }
  | { readonly atLeastOne: readonly string[] }
  /** The first key excludes all others. */
  | { readonly excludes: readonly [string, ...string[]] }
  | { readonly when: string; readonly is: readonly string[]; readonly needs: readonly string[] };

export const STRING: Shape = 'string';
export const TEXT: Shape = 'text';
export const ID: Shape = 'id';
export const CONDITION: Shape = 'condition';
export const LENGTH: Shape = 'length';
export const items = (shape: Shape, most?: number): Shape => ({ items: shape, ...(most !== undefined && { most }) });
export const mapOf = (shape: Shape, keys: KeyKind = 'id', most?: number): Shape => ({
  map: shape,
  keys,
  ...(most !== undefined && { most }),
});
export const either = (...shapes: Shape[]): Shape => ({ either: shapes });
export const ref = (name: string): Shape => ({ ref: name });
export const object = (keys: Record<string, Shape>, required: readonly string[], ...also: Constraint[]): Keyed => ({
  keys,
  required,
  also,
});
/** Several keys of one shape. */
export const fields = (shape: Shape, ...names: string[]): Record<string, Shape> =>
  Object.fromEntries(names.map((name) => [name, shape]));
