/** What an event must look like before anything is asked of it: whatever a stranger sends is refused, never thrown. */
import type { Event, Refusal } from './types.js';

type Shape = keyof typeof SHAPES;
type Shapes = { readonly [key: string]: Shape | readonly string[] };

const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** `__proto__` as the name of a source would be written nowhere and heard of never again. */
const isName = (value: unknown): value is string => typeof value === 'string' && value !== '__proto__';
const isNames = (value: unknown): boolean => Array.isArray(value) && value.every(isName);

/** Each shape by the name that a refusal says was expected; numbers are revisions and counts, so whole. */
const SHAPES = {
  text: isName,
  list: isNames,
  map: isObject,
  whole: (value: unknown): boolean => Number.isSafeInteger(value),
  true: (value: unknown): boolean => value === true,
};
const PERSON: Shapes = { by: 'text', 'roles?': 'list' };
const REPORTED: Shapes = { item: 'text', 'happenedOn?': 'text', 'fault?': 'true' };
const TOLD: Shapes = { source: 'text', revision: 'whole' };

/** Every kind of event with its keys (§16.4, "Events from outside"); a `?` may be absent. */
const EVENTS: { readonly [type in Event['type']]: Shapes } = {
  submit: { item: 'text', values: 'map', 'seen?': 'map', 'outcome?': 'text', 'happenedOn?': 'text', ...PERSON },
  start: { item: 'text', 'values?': 'map', 'happenedOn?': 'text', ...PERSON },
  skip: { item: 'text', code: 'text', ...PERSON },
  retry: { item: 'text', ...PERSON },
  withdraw: { field: 'text', ...PERSON },
  correct: { values: 'map', reason: 'text', ...PERSON },
  reopen: { item: 'text', 'code?': 'text', ...PERSON },
  undo: PERSON,
  suspend: { reason: 'text', 'until?': 'text', ...PERSON },
  resume: PERSON,
  recalendar: { calendar: 'text' },
  migrate: { template: 'map' },
  timer: { clock: 'text' },
  letter: { report: ['sent', 'delivered', 'returned'], ...REPORTED },
  survey: { report: ['answered', 'refused', 'notReached'], ...REPORTED },
  partner: {
    report: ['accept', 'plan', 'decline', 'done'],
    'code?': 'text',
    'outcome?': 'text',
    'values?': 'map',
    ...REPORTED,
  },
  allocation: {
    report: ['reserved', 'confirmed', 'unavailable', 'lapsed', 'conflict'],
    'dwelling?': 'text',
    ...REPORTED,
  },
  service: { 'outcome?': 'text', 'values?': 'map', ...REPORTED },
  project: { facts: 'map', milestones: 'list', 'ended?': 'true', ...TOLD },
  tally: { tally: 'text', count: 'whole', number: 'whole' },
  mirror: { values: 'map', ...TOLD },
  milestone: { escalation: 'text', milestones: 'list', ...TOLD },
  result: {
    escalation: 'text',
    end: ['complete', 'terminate'],
    values: 'map',
    milestones: 'list',
    'happenedOn?': 'text',
    ...TOLD,
  },
  parentEnded: TOLD,
};
interface Key {
  readonly name: string;
  readonly optional: boolean;
  readonly shape: Shape | readonly string[];
}
const KEYS: ReadonlyMap<unknown, readonly Key[]> = new Map(
  Object.entries(EVENTS).map(([type, shapes]) => [
    type,
    Object.entries(shapes).map(([key, shape]) => ({ name: key.replace('?', ''), optional: key.endsWith('?'), shape })),
  ]),
);

/** True of an event of a known kind. */
export const isKnownKind = (event: Event): boolean => isObject(event) && KEYS.has(event.type);
/** What is wrong with an event of a known kind: the key, and what was expected there. */
export function misshapen(event: Event): readonly Refusal[] {
  for (const { name, optional, shape } of KEYS.get(event.type) ?? []) {
    const value = (event as { readonly [key: string]: unknown })[name];
    if (value === undefined ? optional : fitsShape(shape, value)) continue;
    return [{ code: 'badValue', path: name, params: { expected: shape } }];
  }
  return [];
}
function fitsShape(shape: Key['shape'], value: unknown): boolean {
  return typeof shape === 'string' ? SHAPES[shape](value) : shape.includes(value as string);
}
