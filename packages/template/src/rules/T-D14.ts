import type { Model } from '../check/model.js';
import type { Path, Report } from '../check/report.js';

/** A project, base or escalation template that is named must be found, in a version of the range. */
export function d14(model: Model): Report[] {
  const names: { name: string; path: Path }[] = [];
  for (const key of ['within', 'extends'])
    if (model.raw[key] !== undefined) names.push({ name: String(model.raw[key]), path: [key] });
  for (const { raw, path } of model.scopes.flatMap(({ escalations }) => escalations))
    if (raw['template'] !== undefined) names.push({ name: String(raw['template']), path: [...path, 'template'] });
  return names
    .filter(({ name }) => model.find(name) === undefined)
    .map(({ name, path }) => ({ code: 'T-D14', path, params: { name } }));
}
