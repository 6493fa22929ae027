import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { fieldsRead } from '../check/conditions.js';

/** An enum that permits something must say what withdrawing sets it to. */
export function p07(model: Model): Report[] {
  const seen = new Set<string>();
  return model.conditions
    .filter(({ key }) => key === 'requires')
    .flatMap(fieldsRead)
    .flatMap((name): Report[] => {
      const field = model.fields.get(name);
      if (field?.raw['type'] !== 'enum' || field.raw['withdrawn'] !== undefined || seen.has(name)) return [];
      seen.add(name);
      return [{ code: 'T-P07', path: field.path, params: { name } }];
    });
}
