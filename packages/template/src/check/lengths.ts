import type { Model } from './model.js';
import { nodesIn } from './model.js';
import { mapIn } from './raw.js';
import type { Path } from './report.js';

const keys = ['hold', 'window', 'acknowledgeWithin', 'resolveWithin', 'maxAge'] as const;

/** Every length of time as written, with its place. */
export function lengthsIn(model: Model): { value: unknown; path: Path }[] {
  const params = Object.entries(mapIn(model.raw['params'])).filter(([, one]) => mapIn(one)['type'] === 'duration');
  const found = [
    ...params.flatMap(([id, one]) =>
      ['default', 'min', 'max'].map((key) => ({ value: mapIn(one)[key], path: ['params', id, key] })),
    ),
    ...model.scopes
      .flatMap(nodesIn)
      .flatMap(({ kind, raw, path }) => [
        ...keys.map((key) => ({ value: raw[key], path: [...path, key] })),
        { value: mapIn(raw['repeat'])['every'], path: [...path, 'repeat', 'every'] },
        ...['after', 'warn'].map((key) => ({ value: mapIn(raw['due'])[key], path: [...path, 'due', key] })),
        ...(kind === 'timer' ? [{ value: raw['after'], path: [...path, 'after'] }] : []),
      ]),
  ];
  return found.filter(({ value }) => value !== undefined);
}

/** A length as it is when it is written out: the default of a param, the value of the law that is in force last. */
export function lengthOf({ raw, law }: Model, written: unknown): unknown {
  const [, group, id = ''] = /^(params|law)\.([A-Za-z0-9]+)$/.exec(String(written)) ?? [];
  if (group === 'params') return mapIn(mapIn(raw['params'])[id])['default'];
  if (group !== 'law') return written;
  return Object.entries(law.values[id]?.from ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .at(-1)?.[1];
}
