import { satisfies } from 'semver';
import type { Model } from '../check/model.js';
import type { Path, Report } from '../check/report.js';

function isFound({ templates }: Model, name: string): boolean {
  const [wanted = '', range = '*'] = name.split('@');
  const found = templates.get(wanted);
  return found !== undefined && satisfies(String(found['version']), range);
}

/** A project, base or escalation template that is named must be found. */
export function d14(model: Model): Report[] {
  const names: { name: string; path: Path }[] = [];
  for (const key of ['within', 'extends'])
    if (model.raw[key] !== undefined) names.push({ name: String(model.raw[key]), path: [key] });
  for (const { raw, path } of model.scopes.flatMap(({ escalations }) => escalations))
    if (raw['template'] !== undefined) names.push({ name: String(raw['template']), path: [...path, 'template'] });
  return names
    .filter(({ name }) => !isFound(model, name))
    .map(({ name, path }) => ({ code: 'T-D14', path, params: { name } }));
}
