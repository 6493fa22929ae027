import type { Escalation, Expression, TemplateName } from '@thuisreis/engine';
import { mapIn, textIn, type Raw } from '../check/raw.js';
import { expressions, flag, length, names, sentries, textOf, tidy } from './parts.js';

/** `[items]` are held until the end, `{ item: milestone }` until that milestone of the child. */
function blocksOf(written: unknown): Record<string, string | null> {
  if (Array.isArray(written)) return Object.fromEntries(written.map((item) => [String(item), null]));
  return Object.fromEntries(Object.entries(mapIn(written)).map(([item, until]) => [item, textIn(until) ?? null]));
}

export interface Handover {
  readonly in: Readonly<Record<string, Expression>>;
  readonly out: Readonly<Record<string, string>>;
}
/** What is written of an escalation by template; what is inferred of one inline. */
export const handoverOf = (raw: Raw, inferred?: Handover): Handover => ({
  in: expressions(raw['in']) ?? inferred?.in ?? {},
  out: raw['out'] === undefined ? (inferred?.out ?? {}) : (mapIn(raw['out']) as Record<string, string>),
});

export function escalationOf(
  id: string,
  position: number,
  raw: Raw,
  template: TemplateName,
  handover: Handover,
): Escalation {
  return tidy<Escalation>({
    id,
    position,
    title: textOf(raw['title']),
    entry: sentries(raw['entry']),
    manualActivation: flag(raw['manualActivation']),
    template,
    owner: String(raw['owner']),
    audience: names(raw['audience']),
    ...handover,
    blocks: blocksOf(raw['blocks']),
    maxAge: length(raw['maxAge']) ?? { iso: 'P0D' },
    max: typeof raw['max'] === 'number' ? raw['max'] : 1,
  });
}
