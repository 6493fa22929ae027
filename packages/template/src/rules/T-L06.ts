import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { nodesOf } from '../expression.js';

/** A legal value that no lawyer has looked at is used with a warning. */
export function l06(model: Model): Report[] {
  return model.conditions.flatMap(({ tree, path }) =>
    tree
      ? [...nodesOf(tree)].flatMap((node): Report[] =>
          node[0] === 'law' && model.law.values[node[1]]?.reviewed === false
            ? [{ code: 'T-L06', path, params: { name: node[1] } }]
            : [],
        )
      : [],
  );
}
