import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { nodesOf } from '../expression.js';

const onlyHas = new Set(['text', 'phone', 'email', 'address', 'reference']);
const never = new Set(['longText', 'file', 'photo', 'signature']);

/** Personal text, files and D5 stay out of conditions; `has()` may ask whether a short text is there. */
export function e05(model: Model): Report[] {
  return model.conditions.flatMap(({ tree, path }) =>
    tree
      ? [...nodesOf(tree)].flatMap((node): Report[] => {
          const raw = node[0] === 'fact' || node[0] === 'has' ? model.fields.get(node[1])?.raw : undefined;
          const type = String(raw?.['type']);
          const isShut = raw?.['sensitivity'] === 'D5' || never.has(type) || (node[0] === 'fact' && onlyHas.has(type));
          return raw && isShut ? [{ code: 'T-E05', path, params: { name: String(node[1]) } }] : [];
        })
      : [],
  );
}
