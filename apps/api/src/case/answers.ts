import { createHash } from 'node:crypto';
import type { Answer, Field, Json, Template, Values } from '@thuisreis/engine';

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
