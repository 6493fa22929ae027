import { conditionFrom, type Condition } from './conditions.js';
import type { Model } from './model.js';
import { mapIn } from './raw.js';
import { readReference } from '../library.js';

/** The conditions by which a template's project counts its cases. */
export function countedWhere(model: Model): Condition[] {
  const own = String(model.raw['name']);
  return Object.values(mapIn(model.project?.['tallies'])).flatMap((one) => {
    const { of, where } = mapIn(one);
    const isOwn = readReference(String(of)).name === own || isBaseOf(model, String(of));
    return isOwn && typeof where === 'string' ? [conditionFrom(where, model.scopes[0]!)] : [];
  });
}
/** An overlay is counted where its base is. */
const isBaseOf = ({ raw }: Model, of: string): boolean =>
  readReference(String(raw['extends'] ?? '')).name === readReference(of).name;

/** A project's tallies, each with the template it counts and its condition as that template reads it. */
export function talliesIn(model: Model): { counted: Model; condition: Condition }[] {
  return Object.entries(mapIn(model.raw['tallies'])).flatMap(([id, one]) => {
    const { of, where } = mapIn(one);
    const counted = model.other(String(of));
    if (!counted || typeof where !== 'string') return [];
    const condition = { ...conditionFrom(where, counted.scopes[0]!), path: ['tallies', id, 'where'] };
    return [{ counted, condition }];
  });
}
