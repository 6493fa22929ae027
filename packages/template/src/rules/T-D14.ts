import { namedTemplates } from '../check/named-templates.js';
import type { Model } from '../check/model.js';
import type { Path, Report } from '../check/report.js';

/** A project or base must be found; of an escalation's or counted template that exists, a version in the range. */
export function d14(model: Model): Report[] {
  const bases = ['within', 'extends'].filter((key) => model.raw[key] !== undefined);
  const names: { name: string; path: Path }[] = [
    ...bases.map((key) => ({ name: String(model.raw[key]), path: [key] })),
    ...namedTemplates(model).filter(({ isKnown }) => isKnown),
  ];
  return names
    .filter(({ name }) => model.find(name) === undefined)
    .map(({ name, path }) => ({ code: 'T-D14', path, params: { name } }));
}
