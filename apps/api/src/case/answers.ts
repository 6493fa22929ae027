import { createHash } from 'node:crypto';
import {
  canonicalJson,
  type Answer,
  type Facts,
  type Field,
  type Json,
  type Template,
  type Values,
} from '@thuisreis/engine';

/** One answer as the database keeps it; the value of a field that is no fact lives there only. */
export interface AnswerRow {
  readonly id: string;
  readonly path: string;
  readonly class: string;
  readonly value: Json;
}

/** A UUID that the same words always give: the id of a command, an answer, a case born from a command. */
export function uuidOf(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\u0000')).digest('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const isSkipped = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ('declined' in value || 'later' in value);

/** What the event carries for each value: the value itself when it is a fact, else the id of its answer row. */
export function splitValues(
  template: Template,
  values: Readonly<Record<string, Json>>,
  command: string,
): { event: Values; rows: AnswerRow[] } {
  const event: Record<string, Answer> = {};
  const rows: AnswerRow[] = [];
  for (const [path, value] of Object.entries(values)) {
    const field = template.fields[path];
    const id = uuidOf(command, path);
    event[path] = staysOutside(field, value) ? { answer: id } : value;
    if (field) rows.push({ id, path, class: field.sensitivity, value });
  }
  return { event, rows };
}

const staysOutside = (field: Field | undefined, value: Json): boolean =>
  field !== undefined && !field.isFact && value !== null && !isSkipped(value);

/** An answer that was or is shown for a path, newest first. */
export interface ShownAnswer {
  readonly path: string;
  readonly id: string;
  readonly value: Json;
}
type Seen = Readonly<Record<string, Json>>;

/** Of what was seen, the paths whose value lives outside the facts: their answers must be looked up. */
export const outsidePaths = (template: Template, seen: Seen): string[] =>
  Object.keys(seen).filter((path) => staysOutside(template.fields[path], seen[path] ?? null));

const NEVER_SHOWN = '00000000-0000-0000-0000-000000000000';

/**
 * What was seen, as the core keeps it: a value that is no fact becomes the id of the newest answer that says the same.
 * One that no answer ever said becomes an id that nothing has, so that the core finds it changed. A default that
 * was shown before anybody answered is no answer.
 */
export function seenIds({ fields }: Template, facts: Facts, seen: Seen, shown: readonly ShownAnswer[]): Values {
  const idOf = (path: string, value: Json): string =>
    shown.find((one) => one.path === path && canonicalJson(one.value) === canonicalJson(value))?.id ?? NEVER_SHOWN;
  const isUnanswered = (path: string, value: Json): boolean =>
    facts[path] === undefined && canonicalJson(fields[path]?.default ?? null) === canonicalJson(value);
  const asKept = (path: string, value: Json): Answer => {
    if (isUnanswered(path, value)) return null;
    return staysOutside(fields[path], value) ? { answer: idOf(path, value) } : value;
  };
  const entries = Object.entries(seen).map(([path, value]): [string, Answer] => [path, asKept(path, value)]);
  return Object.fromEntries(entries);
}
