import type { Expression, Json } from '@thuisreis/engine';
import type { Model } from '../check/model.js';
import { handedOver, writersIn } from '../check/writers.js';
import { tablesIn } from './table.js';

/**
 * The values that a field's only writers, decision tables, can give it, with its default and its withdrawn value;
 * undefined when a person, an import or another case may write anything.
 */
export function attainableIn(model: Model): (name: Expression) => readonly Json[] | undefined {
  const writers = model.scopes.flatMap((scope) => [...writersIn(model, scope), ...handedOver(scope)]);
  return (name) => {
    const field = name[0] === 'fact' ? model.fields.get(name[1]) : undefined;
    const own = writers.filter((one) => one.field === field?.name);
    if (!field || own.length === 0 || field.raw['given'] === true || own.some(({ by }) => by !== 'table'))
      return undefined;
    const results = tablesIn(model).flatMap(({ outputs, rows }) => {
      const at = outputs.indexOf(field.name);
      return at < 0 ? [] : rows.map(({ then }) => then[at]);
    });
    if (results.some((one) => /^(params|law)\./.test(String(one)))) return undefined;
    const all = [...results, field.raw['default'], field.raw['withdrawn']].filter((one) => one !== undefined);
    return [...new Set(all as Json[])];
  };
}
