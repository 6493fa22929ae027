import { EVENT_ID, getScalarValue, type Event } from 'js-yaml';
import type { Place } from '../finding.js';
import { tooManyKeys } from './limits.js';
import { Refusal } from './refusal.js';

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses anchors, aliases, tags, directives, merge keys, keys that reach a prototype, and too many keys. */
export function refuseMarks(text: string, events: readonly Event[], placeAt: (offset: number) => Place): void {
  /** For every open collection: how many nodes of a map were met, or nothing for a list. */
  const open: (number | undefined)[] = [];
  let keys = 0;
  for (const event of events) {
    refuseMark(event, placeAt);
    if (event.type === EVENT_ID.DOCUMENT) continue;
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const met = open.at(-1);
    const isKey = met !== undefined && met % 2 === 0;
    if (met !== undefined) open[open.length - 1] = met + 1;
    if (isKey) tooManyKeys((keys += 1));
    if (isKey && event.type === EVENT_ID.SCALAR) refuseKey(getScalarValue(text, event), placeAt(event.valueStart));
    if (event.type === EVENT_ID.MAPPING) open.push(0);
    if (event.type === EVENT_ID.SEQUENCE) open.push(undefined);
  }
}

function refuseMark(event: Event, placeAt: (offset: number) => Place): void {
  if (event.type === EVENT_ID.POP) return;
  if (event.type === EVENT_ID.DOCUMENT) {
    if (event.directives.some(({ kind }) => kind === 'tag')) throw new Refusal('T-Y04');
    return;
  }
  if (event.type !== EVENT_ID.ALIAS && event.tagStart >= 0) throw new Refusal('T-Y04', placeAt(event.tagStart));
  // The sign itself stands before the name.
  if (event.anchorStart >= 0) throw new Refusal('T-Y04', placeAt(event.anchorStart - 1));
}
function refuseKey(name: string, place: Place): void {
  if (forbidden.has(name)) throw new Refusal('T-Y09', place, { name });
  if (name === '<<') throw new Refusal('T-Y04', place);
}
