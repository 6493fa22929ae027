import type { Model } from '../check/model.js';
import type { Path, Report } from '../check/report.js';
import { readsOf, writtenIn } from '../check/uses.js';

/** Escalation templates get fields from their parent, which is not known here. */
const isMirror = (model: Model): boolean => model.raw['kind'] === 'escalation';
const isClock = (path: Path): boolean => path.at(-1) === 'at';

/** Whatever is read must be written somewhere, or be given from outside; a default alone decides nothing. */
export function d11(model: Model): Report[] {
  const written = new Set(model.scopes.flatMap((scope) => [...writtenIn(scope)]));
  const seen = new Set<string>();
  return readsOf(model).flatMap(({ name, path }): Report[] => {
    const field = model.fields.get(name);
    const isFine = !field || written.has(name) || field.raw['given'] === true || isMirror(model) || seen.has(name);
    if (isFine || isClock(path)) return [];
    seen.add(name);
    return [{ code: 'T-D11', path, params: { name } }];
  });
}
