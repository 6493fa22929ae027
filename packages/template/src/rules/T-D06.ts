import { eventsIn } from '../check/events.js';
import { mapIn } from '../check/raw.js';
import type { ItemNode, Model } from '../check/model.js';
import type { Report } from '../check/report.js';

const plain: Readonly<Record<string, readonly string[]>> = { milestone: ['occur'], timer: ['occur'] };
/** Whether this item can ever raise the transition. */
function raised({ kind, raw }: ItemNode, transition: string): boolean {
  if (kind === 'escalation')
    return (
      ['start', 'complete', 'terminate', 'exhausted'].includes(transition) ||
      raw['template'] !== undefined ||
      Object.hasOwn(mapIn(raw['milestones']), transition)
    );
  const due = mapIn(raw['due']);
  if (transition === 'overdue') return raw['due'] !== undefined || raw['resolveWithin'] !== undefined;
  if (transition === 'warn') return due['warn'] !== undefined || raw['acknowledgeWithin'] !== undefined;
  if (transition === 'exhausted') return raw['repeat'] !== undefined;
  return (plain[kind] ?? ['start', 'complete', 'terminate', 'fault']).includes(transition);
}

/** An event must be one that its source can raise. */
export function d06(model: Model): Report[] {
  return model.scopes.flatMap((scope) =>
    eventsIn(scope).flatMap(({ name, path }): Report[] => {
      const [source = '', transition = ''] = name.split('.');
      const item = [...scope.items, ...scope.escalations].find(({ id }) => id === source);
      return item && !raised(item, transition) ? [{ code: 'T-D06', path, params: { name } }] : [];
    }),
  );
}
