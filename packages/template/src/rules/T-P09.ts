import { fieldsRead } from '../check/conditions.js';
import type { Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';
import { entriesOf, namesOf, type Use } from '../check/uses.js';

/** Answers to a survey belong to a respondent code, never to a case: their fields stand in forms of a wave only. */
export function p09(model: Model): Report[] {
  const isSurvey = (name: string): boolean => model.fields.get(name)?.raw['sensitivity'] === 'D7';
  const waves = model.scopes.flatMap(({ raw, path }) =>
    Object.entries(mapIn(raw['forms']))
      .filter(([, form]) => mapIn(form)['wave'] !== undefined)
      .flatMap(([id, form]) => [...entriesOf(mapIn(form), [...path, 'forms', id])]),
  );
  const inside = new Set(waves.map(({ path }) => path.join('.')));
  const elsewhere: Use[] = [
    ...namesOf(model).filter(({ path }) => !inside.has(path.join('.'))),
    ...model.conditions.flatMap((one) => [...new Set(fieldsRead(one))].map((name) => ({ name, path: one.path }))),
  ];
  const wrong = [
    ...elsewhere.filter(({ name }) => isSurvey(name)),
    ...waves.filter(({ name }) => model.fields.has(name) && !isSurvey(name)),
  ];
  return wrong.map(({ name, path }) => ({ code: 'T-P09', path, params: { name } }));
}
