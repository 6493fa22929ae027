import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { eventsIn } from '../check/events.js';
import { idsIn } from '../check/raw.js';

/** An escalation that holds something must be heard when its age ends the hold. */
export function s06(model: Model): Report[] {
  return model.scopes.flatMap((scope) =>
    scope.escalations.flatMap(({ id, raw, path }): Report[] => {
      const holds = idsIn(raw['blocks']).length > 0;
      const isHeard = eventsIn(scope).some(({ name }) => name === `${id}.exhausted`);
      return holds && !isHeard ? [{ code: 'T-S06', path, params: { name: id } }] : [];
    }),
  );
}
