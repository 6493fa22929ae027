import { fieldsRead } from '../check/conditions.js';
import type { Model } from '../check/model.js';
import { listIn, mapIn } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';
import { writtenIn } from '../check/uses.js';

const askedBy = (model: Model, path: Path): string[] =>
  model.conditions.filter((one) => one.path.join() === path.join()).flatMap(fieldsRead);

/** An inline escalation must be able to end: something inside it has to write what its `complete` asks. */
export function s05(model: Model): Report[] {
  return model.scopes.slice(1).flatMap(({ raw, path, ...scope }): Report[] => {
    const sentries = [...listIn(raw['complete']), ...listIn(raw['exit'])];
    const written = writtenIn({ raw, path, ...scope });
    const asked = sentries.map((_, index) => askedBy(model, [...path, 'complete', index, 'if']));
    const isStuck = (one: unknown, index: number): boolean =>
      mapIn(one)['on'] === undefined && asked[index]!.length > 0 && !asked[index]!.some((name) => written.has(name));
    if (sentries.length === 0 || !sentries.every(isStuck)) return [];
    const params = { name: String(path.at(-1)), field: [...new Set(asked.flat())].join(', ') };
    return [{ code: 'T-S05', path: [...path, 'complete'], params }];
  });
}
