import { nodesIn, type Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';

interface Named {
  readonly id: string;
  readonly formerly: unknown;
  readonly path: Path;
}
/** Those of one namespace whose former name somebody still has, or had as well. */
function collisions(all: readonly Named[]): Report[] {
  const taken = new Set(all.map(({ id }) => id));
  return all.flatMap(({ formerly, path }): Report[] => {
    if (typeof formerly !== 'string') return [];
    if (!taken.has(formerly)) return taken.add(formerly) && [];
    return [{ code: 'T-D16', path: [...path, 'formerly'], params: { name: formerly } }];
  });
}

/** A former name leads to one item or field, and to none that still bears it. */
export function d16(model: Model): Report[] {
  const items = model.scopes.flatMap((scope) =>
    collisions(nodesIn(scope).map(({ id, raw, path }) => ({ id, path, formerly: raw['formerly'] }))),
  );
  const fields = Object.entries(mapIn(model.raw['data'])).flatMap(([group, inner]) =>
    collisions(
      Object.entries(mapIn(inner)).map(([id, one]) => ({
        id,
        path: ['data', group, id],
        formerly: mapIn(one)['formerly'],
      })),
    ),
  );
  return [...items, ...fields];
}
