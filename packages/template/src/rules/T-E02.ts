import type { Model } from '../check/model.js';
import { unknownName, type Report } from '../check/report.js';
import { mapIn } from '../check/raw.js';
import { nodesOf } from '../expression.js';

/** Every name in a condition belongs to one of the groups of the language, or to params, law and tallies that exist. */
export function e02(model: Model): Report[] {
  const known: Record<string, string[]> = {
    param: Object.keys(mapIn(model.raw['params'])),
    law: Object.keys(model.law.values),
    tally: Object.keys(mapIn(model.raw['tallies'])),
  };
  return model.conditions.flatMap(({ path, tree, wrong }) => {
    if (wrong?.code === 'T-E02') return [unknownName('T-E02', path, wrong.params.name ?? '', [])];
    if (!tree) return [];
    return [...nodesOf(tree)].flatMap((node) => {
      const names = known[node[0]];
      const name = String(node[1]);
      return names && !names.includes(name) ? [unknownName('T-E02', path, name, names)] : [];
    });
  });
}
