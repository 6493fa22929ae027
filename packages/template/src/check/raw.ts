/** Reads parts of a value that nobody has judged yet; whatever is not there is empty. */
export type Raw = Readonly<Record<string, unknown>>;

export const mapIn = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textIn = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
/** The ids of a list of ids or of a map id → text. */
export const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : Object.keys(mapIn(value));
