import type { Model } from './model.js';
import { mapIn, textIn } from './raw.js';
import type { Path } from './report.js';

export interface NamedTemplate {
  readonly name: string;
  readonly path: Path;
  /** Whether a template of that name exists, in whatever version. */
  readonly isKnown: boolean;
}

/** Every template that an escalation starts or a tally counts. */
export function namedTemplates(model: Model): NamedTemplate[] {
  const escalations = model.scopes
    .flatMap((scope) => scope.escalations)
    .map(({ raw, path }) => ({ name: textIn(raw['template']), path: [...path, 'template'] }));
  const tallies = Object.entries(mapIn(model.raw['tallies'])).map(([id, one]) => ({
    name: textIn(mapIn(one)['of']),
    path: ['tallies', id, 'of'],
  }));
  return [...escalations, ...tallies].flatMap(({ name, path }) =>
    name === undefined ? [] : [{ name, path, isKnown: model.find(name.split('@')[0]!) !== undefined }],
  );
}
