import type { Due, Expression, Json, Length, Sentry, Text } from '@thuisreis/engine';
import { parseExpression } from '../expression.js';
import { listIn, mapIn, textIn, type Raw } from '../check/raw.js';

/** Leaves out keys without a value: the compiled form has no `undefined`, because it must survive JSON. */
export function tidy<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  const made: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) if (part !== undefined) made[key] = part;
  return made as T;
}
/** Applies `make` to every value of a map, in file order. */
export const mapped = <T>(value: unknown, make: (id: string, one: Raw) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(mapIn(value)).map(([id, one]) => [id, make(id, mapIn(one))]));
/** A word of a closed list; the grammar has refused any other. */
export const word = <T extends string>(value: unknown): T | undefined => textIn(value) as T | undefined;
export const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);
export const names = (value: unknown): readonly string[] | undefined =>
  Array.isArray(value) ? value.map(String) : undefined;
export const textOf = (value: unknown): Text => mapIn(value) as Text;
export const helpOf = (value: unknown): Text | undefined => (value === undefined ? undefined : textOf(value));

/** A condition or value as written: CEL, or a bare literal of YAML. */
export function expression(written: unknown): Expression {
  return typeof written === 'string' ? parseExpression(written) : ['literal', (written ?? null) as Json];
}
export const optional = (written: unknown): Expression | undefined =>
  written === undefined ? undefined : expression(written);
export function expressions(written: unknown): Record<string, Expression> | undefined {
  if (written === undefined) return undefined;
  return Object.fromEntries(Object.entries(mapIn(written)).map(([id, one]) => [id, expression(one)]));
}

/** ISO 8601, `params.x`, `law.x`, `days(…)` or `workdays(…)`. */
export function length(written: unknown): Length | undefined {
  if (written === undefined) return undefined;
  const text = String(written);
  if (text.startsWith('P')) return { iso: text };
  const tree = parseExpression(text);
  if (tree[0] === 'days') return { days: tree[1] };
  return tree[0] === 'workdays' ? { workdays: tree[1] } : { expression: tree };
}

export function moment(written: Raw): Due {
  return tidy<Due>({
    after: length(written['after']),
    at: optional(written['at']),
    from: textIn(written['from']),
    in: word(written['in']),
    statutory: flag(written['statutory']),
    warn: length(written['warn']),
  });
}

function sentry(written: Raw): Sentry {
  const { on } = written;
  return tidy<Sentry>({
    on: on === undefined ? undefined : [on].flat().map(String),
    if: optional(written['if']),
  });
}
export const sentries = (written: unknown): Sentry[] | undefined =>
  written === undefined ? undefined : listIn(written).map((one) => sentry(mapIn(one)));

/** A list of ids, or a map id → text. */
export function choices(written: unknown): { id: string; label?: Text }[] | undefined {
  if (written === undefined) return undefined;
  if (Array.isArray(written)) return written.map((id) => ({ id: String(id) }));
  return Object.entries(mapIn(written)).map(([id, label]) => ({ id, label: textOf(label) }));
}
