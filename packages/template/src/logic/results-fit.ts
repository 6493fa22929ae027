import type { Json } from '@thuisreis/engine';
import type { Model } from '../check/model.js';
import { idsIn, mapIn, type Raw } from '../check/raw.js';
import type { meant } from '../check/report.js';
import { hintFor, isOfKind } from './cells-fit.js';
import { kindOfType, type Kind } from './kinds.js';
import type { Table } from './table.js';

/** Why a result cannot be written to its field; undefined when it can, or when the field itself is unknown. */
export function resultMisfit(
  model: Model,
  { policy }: Table,
  field: string,
  value: unknown,
): ReturnType<typeof meant> | undefined {
  const raw = model.fields.get(field)?.raw;
  if (!raw) return undefined;
  const kind = kindOfType(raw['type'], idsIn(raw['values']));
  const isUnion = policy !== 'COLLECT' || kind.is === 'choices';
  const named = namedKind(model, value);
  const isFine = named ? named.is === kind.is : isOfKind(value, kind) && isWithin(value, raw);
  return isUnion && isFine ? undefined : hintFor(value as Json, kind);
}

/** The kind of `params.x` or `law.x`; unknown ones are named by T-E02. */
function namedKind({ raw, law }: Model, value: unknown): Kind | undefined {
  const [, group, id = ''] = /^(params|law)\.([A-Za-z0-9]+)$/.exec(String(value)) ?? [];
  const found = group === 'params' ? mapIn(mapIn(raw['params'])[id]) : group === 'law' ? law.values[id] : undefined;
  const type = (found as Raw | undefined)?.['type'];
  return type === undefined ? undefined : kindOfType(type, idsIn((found as Raw)['values']));
}

const isWithin = (value: unknown, { min, max }: Raw): boolean =>
  typeof value !== 'number' || ((typeof min !== 'number' || value >= min) && (typeof max !== 'number' || value <= max));
