import type { ItemNode, Model, Scope } from '../check/model.js';
import { mapIn, type Raw } from '../check/raw.js';
import type { Report } from '../check/report.js';
import { eventsOf, sentriesOf } from '../logic/reachable.js';

/** A project may never do what an item waits for: something must end that wait. */
export function s07(model: Model): Report[] {
  return model.scopes.flatMap((scope) =>
    scope.items.flatMap((node): Report[] => {
      const event = projectEvent(node.raw);
      if (event === undefined || isLimited(scope, node)) return [];
      const trace = [
        { at: node.id, nl: `${node.id} wacht op ${event}`, en: `${node.id} waits for ${event}` },
        { at: 'project.ended', nl: 'het project eindigt', en: 'the project ends' },
      ];
      return [{ code: 'T-S07', path: node.path, params: { name: node.id, field: event }, trace }];
    }),
  );
}

/** The project event without which an item does not start; undefined when it can start in another way. */
function projectEvent(raw: Raw): string | undefined {
  const waits = sentriesOf(raw, 'entry').map((sentry) =>
    eventsOf(sentry).find((event) => event.startsWith('project.') && event !== 'project.ended'),
  );
  return waits.every((event) => event !== undefined) ? waits[0] : undefined;
}

function isLimited(scope: Scope, { kind, raw, around }: ItemNode): boolean {
  const due = mapIn(raw['due']);
  const hasClock = kind === 'milestone' ? raw['due'] !== undefined : due['from'] !== undefined;
  const places = [raw, ...around.map((stage) => stage.raw), scope.raw];
  const isHeard = places.some((place) =>
    (['entry', 'exit', 'complete'] as const).some((key) =>
      sentriesOf(place, key).some((sentry) => eventsOf(sentry).includes('project.ended')),
    ),
  );
  return hasClock || isHeard;
}
