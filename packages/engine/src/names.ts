/** The keys of one occurrence, spelled once: `talk#2`, `talk#2/overdue`, `talk.complete`. */
export const TRANSITIONS = [
  'start',
  'complete',
  'terminate',
  'fault',
  'exhausted',
  'warn',
  'overdue',
  'occur',
] as const;
export type Transition = (typeof TRANSITIONS)[number];
export const CLOCKS = ['warn', 'overdue', 'occur', 'every', 'hold', 'window', 'acknowledge', 'resolve'] as const;
export type Clock = (typeof CLOCKS)[number];

export interface Names {
  readonly key: string;
  /** Mark from which a further occurrence of a timer counts. */
  readonly from: string;
  readonly clocks: { readonly [clock in Clock]: string };
}
export const itemOf = (key: string): string => {
  const end = key.indexOf('#');
  return end < 0 ? key : key.slice(0, end);
};
export const keyOf = (id: string, occurrence: number): string => (occurrence > 1 ? `${id}#${occurrence}` : id);
export function occurrenceOf(key: string): number {
  const number = Number(key.split('#')[1] ?? 1);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

function namesAt(id: string, occurrence: number): Names {
  const key = keyOf(id, occurrence);
  const clocks = Object.fromEntries(CLOCKS.map((clock) => [clock, `${key}/${clock}`]));
  return { key, from: `${key}/from`, clocks: clocks as unknown as Names['clocks'] };
}
/** Names of an item's occurrences; before the first they are those of the first. */
export function namesOf(id: string): (occurrence: number) => Names {
  const made: Names[] = [namesAt(id, 1)];
  return (occurrence) => {
    if (occurrence <= 1) return made[0] as Names;
    // Beyond what any `max` allows only a state of strangers counts: nothing is kept for it.
    if (occurrence > 1000) return namesAt(id, occurrence);
    return (made[occurrence - 1] ??= namesAt(id, occurrence));
  };
}
export type Events = { readonly [transition in Transition]: string };
export const eventsOf = (id: string): Events =>
  Object.fromEntries(TRANSITIONS.map((transition) => [transition, `${id}.${transition}`])) as unknown as Events;
