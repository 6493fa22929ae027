import { fieldsRead } from '../check/conditions.js';
import type { Model } from '../check/model.js';
import { listIn, mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';
import { namesOf, readsOf } from '../check/uses.js';
import { countedWhere } from '../check/tallies.js';

/** A field that nothing names only costs people answers. */
export function d04(model: Model): Report[] {
  const used = new Set([...readsOf(model), ...namesOf(model)].map(({ name }) => name));
  for (const name of listIn(model.raw['publish'])) used.add(String(name));
  for (const one of countedWhere(model)) fieldsRead(one).forEach((name) => used.add(name));
  for (const { raw } of model.scopes.flatMap(({ escalations }) => escalations))
    for (const name of [...Object.values(mapIn(raw['out'])), ...inlineIn(raw)]) used.add(String(name));
  const unread = model.conditions.filter(({ wrong }) => wrong).map(({ text }) => text);
  return [...model.fields.values()]
    .filter(({ name }) => !used.has(name) && !unread.some((text) => text.includes(name)))
    .map(({ name, path }) => ({ code: 'T-D04', path, params: { name } }));
}

const inlineIn = (raw: Readonly<Record<string, unknown>>): string[] =>
  raw['template'] === undefined ? Object.keys(mapIn(raw['in'])) : [];
