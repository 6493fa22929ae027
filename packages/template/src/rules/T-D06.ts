import { eventsIn } from '../check/events.js';
import type { ItemNode, Model, Scope } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import { unknownName, type Report } from '../check/report.js';
import { milestonesOf } from './T-E02.js';

/** Events that this item can raise; undefined when its template is not found, which T-D14 says. */
function raisedBy(model: Model, item: ItemNode): string[] | undefined {
  const { kind, raw } = item;
  if (kind === 'escalation') {
    const milestones = milestonesOf(model, item);
    return milestones && ['start', 'complete', 'terminate', 'exhausted', ...milestones];
  }
  const due = mapIn(raw['due']);
  const isOnce = kind === 'milestone' || kind === 'timer';
  return [
    ...(isOnce ? ['occur'] : ['start', 'complete', 'terminate', 'fault']),
    ...(raw['repeat'] === undefined ? [] : ['exhausted']),
    ...(due['warn'] !== undefined || raw['acknowledgeWithin'] !== undefined ? ['warn'] : []),
    ...(raw['due'] !== undefined || raw['resolveWithin'] !== undefined ? ['overdue'] : []),
  ];
}

/** An event must be one that its source can raise; only an escalation has a parent whose end it hears. */
export const d06 = (model: Model): Report[] =>
  model.scopes.flatMap((scope) =>
    eventsIn(scope).flatMap(({ name, path }): Report[] => {
      const known = eventsFor(model, scope, name.split('.')[0] ?? '');
      return !known || known.includes(name) ? [] : [unknownName('T-D06', path, name, known)];
    }),
  );

/** Full names of the events of one source; undefined where another rule judges it. */
function eventsFor(model: Model, scope: Scope, source: string): string[] | undefined {
  const isChild = model.raw['kind'] === 'escalation' || scope.path.length > 0;
  if (source === 'parent') return isChild ? ['parent.ended'] : [];
  const item = scope.byId.get(source);
  return item && raisedBy(model, item)?.map((one) => `${source}.${one}`);
}
