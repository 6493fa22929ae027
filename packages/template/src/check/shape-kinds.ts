/** The kinds of shape the grammar is made of. */
export type Shape =
  | 'any'
  | 'value'
  | 'string'
  | 'boolean'
  | 'number'
  | 'id'
  | 'text'
  | 'condition'
  | { readonly oneOf: readonly string[] }
  | { readonly items: Shape }
  | { readonly map: Shape }
  | { readonly either: readonly Shape[] }
  | { readonly ref: string }
  | { readonly keys: Readonly<Record<string, Shape>>; readonly required: readonly string[] }
  | { readonly byKind: Readonly<Record<string, Shape>> };

export const STRING: Shape = 'string';
export const TEXT: Shape = 'text';
export const ID: Shape = 'id';
export const CONDITION: Shape = 'condition';
export const items = (shape: Shape): Shape => ({ items: shape });
export const mapOf = (shape: Shape): Shape => ({ map: shape });
export const either = (...shapes: Shape[]): Shape => ({ either: shapes });
export const ref = (name: string): Shape => ({ ref: name });
export const object = (keys: Record<string, Shape>, required: readonly string[]): Shape => ({ keys, required });
/** Several keys of one shape. */
export const fields = (shape: Shape, ...names: string[]): Record<string, Shape> =>
  Object.fromEntries(names.map((name) => [name, shape]));
