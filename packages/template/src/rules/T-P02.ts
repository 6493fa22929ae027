import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { listIn } from '../check/raw.js';
import { partnerTasks } from '../check/partner-tasks.js';

/** A partner receives a class only for a purpose the corporation agreed with it. */
export function p02(model: Model): Report[] {
  return partnerTasks(model).flatMap(({ raw, path }) => {
    const [partner, purpose] = [String(raw['partner']), String(raw['purpose'])];
    const known = model.corporation.partners[partner];
    if (!known || !model.corporation.purposes[purpose]) return [];
    return listIn(raw['share']).flatMap((one, index): Report[] => {
      const name = String(one);
      const sensitivity = model.fields.get(name)?.raw['sensitivity'];
      if (typeof sensitivity !== 'string' || (known.receives[purpose] ?? []).includes(sensitivity)) return [];
      return [
        { code: 'T-P02', path: [...path, 'share', index], params: { partner, name, class: sensitivity, purpose } },
      ];
    });
  });
}
