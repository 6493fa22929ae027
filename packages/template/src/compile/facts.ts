import type { Escalation, Template } from '@thuisreis/engine';

/** Every field that the compiled parts read, by `reads`; `law` collects the legal values in the same way. */
export function readIn(compiled: unknown, kinds: ReadonlySet<string>, found = new Set<string>()): Set<string> {
  if (Array.isArray(compiled)) {
    if (kinds.has(compiled[0] as string) && typeof compiled[1] === 'string') found.add(compiled[1]);
    if (compiled[0] !== 'literal') for (const part of compiled) readIn(part, kinds, found);
  } else if (compiled !== null && typeof compiled === 'object')
    for (const part of Object.values(compiled)) readIn(part, kinds, found);
  return found;
}
export const factKinds: ReadonlySet<string> = new Set(['fact', 'has']);
export const lawKinds: ReadonlySet<string> = new Set(['law']);

/**
 * Fields that live in the case because nothing else keeps them: results of tables and connectors, what an escalation
 * hands over at either end, what a project publishes.
 */
export function carried({ decisions, items, escalations = [], publish = [] }: Carrying): Set<string> {
  const found = new Set<string>(publish);
  const add = (paths: Iterable<string>): void => {
    for (const path of paths) found.add(path);
  };
  for (const { outputs } of Object.values(decisions)) add(outputs);
  for (const { out } of items) add(Object.keys(out ?? {}));
  for (const { out } of escalations) add(Object.keys(out));
  return found;
}
type Carrying = Pick<Template, 'decisions' | 'items'> & {
  readonly escalations?: readonly Escalation[];
  readonly publish?: readonly string[];
};

/** Fields of a child that its parents hand over or take back. */
export const handedTo = ({ in: given, out }: Pick<Escalation, 'in' | 'out'>): string[] => [
  ...Object.keys(given),
  ...Object.values(out),
];
