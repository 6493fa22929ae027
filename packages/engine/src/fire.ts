/** What a clock does when it falls due. It never ends an item, but for a timer, a hold and a survey's window. */
import { type Draft, itemOf, note } from './draft.js';
import { exhaustEscalation } from './escalation.js';
import { completeItem } from './lifecycle.js';
import { raise } from './sentry.js';

export function fireClock(draft: Draft, clock: string): void {
  const deadline = draft.state.deadlines[clock];
  if (!deadline) return;
  draft.state.deadlines[clock] = { ...deadline, fired: true };
  const [key = '', name = ''] = clock.split('/');
  const item = draft.plan.byId.get(itemOf(key));
  if (name === 'maxAge') exhaustEscalation(draft, key);
  if (!item) return;
  const transition = { warn: 'warn', overdue: 'overdue', acknowledge: 'warn', resolve: 'overdue' }[name];
  if (transition) {
    note(draft, transition, key);
    raise(draft, item.id, transition);
  }
  if (name === 'occur') completeItem(draft, item);
  if (name === 'hold' || name === 'window') completeItem(draft, item, 'lapsed');
}
