import type { Calendar, Json, Template } from '@thuisreis/engine';
import { hashOf } from '../hash.js';
import type { Law } from '../house.js';
import { lawKinds, readIn } from './facts.js';

/** A compiled template before it has a name by content. */
export type Body = Omit<Template, 'hash' | 'calendars'>;

/** The order in which PostgreSQL keeps keys: maps that the engine walks come back from there as they went. */
const inStoredOrder = <T>(map: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(map).sort(([a], [b]) => a.length - b.length || (a < b ? -1 : 1)));

/** Adds the legal values that are read, and the name by content. */
export function finish(body: Body, law: Law, calendar: Calendar): Template {
  const read = readIn(body, lawKinds);
  const dated = (from: Record<string, unknown>) =>
    Object.entries(from)
      .map(([since, value]) => ({ from: since, value: value as Json }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  const values = Object.entries(law.values).filter(([id]) => read.has(id));
  const { decisions, tallies, countedBy } = body;
  const stored = {
    decisions: inStoredOrder(decisions),
    tallies: inStoredOrder(tallies),
    countedBy: inStoredOrder(countedBy),
  };
  const whole: Body = {
    ...body,
    ...stored,
    law: Object.fromEntries(values.map(([id, { from }]) => [id, dated(from)])),
  };
  return { ...whole, hash: hashOf(whole), calendars: { [calendar.hash]: calendar } };
}
