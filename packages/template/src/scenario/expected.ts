import { canonicalJson } from '@thuisreis/engine';
import type { Json } from '@thuisreis/engine';
import { listIn, mapIn, type Raw } from '../check/raw.js';
import { occurrence, type Departure, type Playing } from './playing.js';

const states: Readonly<Record<string, readonly string[]>> = {
  active: ['active'],
  ended: ['completed', 'terminated'],
};
const words: Readonly<Record<string, { nl: string; en: string }>> = {
  active: { nl: 'bezig', en: 'active' },
  ended: { nl: 'geëindigd', en: 'ended' },
};

/** The first expectation that does not hold. Only what is named is looked at. */
export function departureFrom(playing: Playing, expected: Raw): Departure | undefined {
  return (
    statesOf(playing, expected) ??
    valuesOf(playing, expected) ??
    openOf(playing, listIn(expected['open'])) ??
    caseOf(playing, expected['case'])
  );
}

function statesOf(playing: Playing, expected: Raw): Departure | undefined {
  for (const key of Object.keys(states))
    for (const [index, item] of listIn(expected[key]).entries()) {
      const state = playing.state.items[occurrence(playing, String(item))];
      if (state !== undefined && states[key]!.includes(state)) continue;
      const { nl, en } = words[key]!;
      return {
        path: [key, index],
        reason: {
          nl: `${String(item)} is ${state ?? 'er niet'}, niet ${nl}`,
          en: `${String(item)} is ${state ?? 'absent'}, not ${en}`,
        },
      };
    }
  return undefined;
}

function valuesOf({ state, template, kept }: Playing, expected: Raw): Departure | undefined {
  const fact = (path: string): Json | undefined =>
    (isReference(state.facts[path]) ? (kept.get(path) as Json) : state.facts[path]) ?? template.fields[path]?.default;
  const found: [string, (name: string) => Json | undefined][] = [
    ['outcome', (item) => state.outcomes[item]],
    ['facts', fact],
  ];
  for (const [key, valueOf] of found)
    for (const [name, wanted] of Object.entries(mapIn(expected[key]))) {
      const value = valueOf(name) ?? null;
      if (canonicalJson(value) === canonicalJson((wanted ?? null) as Json)) continue;
      const [is, not] = [shown(value), shown(wanted)];
      return { path: [key, name], reason: { nl: `${name} is ${is}, niet ${not}`, en: `${name} is ${is}, not ${not}` } };
    }
  return undefined;
}
const isReference = (value: Json | undefined): boolean => mapIn(value)['answer'] !== undefined;
const shown = (value: unknown): string =>
  value === null ? '?' : typeof value === 'string' ? value : JSON.stringify(value);

function openOf({ state }: Playing, ids: readonly unknown[]): Departure | undefined {
  const index = ids.findIndex((id) => state.escalations[String(id)]?.open !== true);
  if (index < 0) return undefined;
  const id = String(ids[index]);
  return { path: ['open', index], reason: { nl: `${id} loopt niet`, en: `${id} is not open` } };
}

function caseOf({ state }: Playing, wanted: unknown): Departure | undefined {
  const is = state.ended ? 'ended' : state.suspended ? 'suspended' : 'active';
  if (wanted === undefined || wanted === is) return undefined;
  return { path: ['case'], reason: { nl: `het dossier is ${is}`, en: `the case is ${is}` } };
}
