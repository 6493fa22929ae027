import { nodesIn, type Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';
import { eventsOf, sentriesOf } from '../logic/reachable.js';

/** `complete` of a repeated item happens each time; without `if` the first time is enough. */
export function s11(model: Model): Report[] {
  return model.scopes.flatMap((scope) =>
    [...nodesIn(scope), { raw: scope.raw, path: scope.path }].flatMap(({ raw, path }) =>
      (['entry', 'exit', 'complete'] as const).flatMap((key) =>
        sentriesOf(raw, key).flatMap((sentry, at) => {
          if (mapIn(sentry)['if'] !== undefined) return [];
          const isList = Array.isArray(mapIn(sentry)['on']);
          return eventsOf(sentry).flatMap((event, index): Report[] => {
            const [source = '', transition] = event.split('.');
            const isRepeated = scope.byId.get(source)?.raw['repeat'] !== undefined;
            if (transition !== 'complete' || !isRepeated) return [];
            const place = [...path, key, at, 'on', ...(isList ? [index] : [])];
            return [{ code: 'T-S11', path: place, params: { name: event } }];
          });
        }),
      ),
    ),
  );
}
