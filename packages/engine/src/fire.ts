/** What a clock does when it falls due. It never ends an item, but for a timer, a hold and a survey's window. */
import { type Draft, itemOf, note } from './draft.js';
import { exhaustEscalation } from './escalation.js';
import { completeItem } from './lifecycle.js';
import { raise } from './sentry.js';

const RAISED: { readonly [clock: string]: 'warn' | 'overdue' } = {
  warn: 'warn',
  overdue: 'overdue',
  acknowledge: 'warn',
  resolve: 'overdue',
};
export function fireClock(draft: Draft, clock: string): void {
  const deadline = draft.state.deadlines[clock];
  if (!deadline) return;
  draft.edit('deadlines')[clock] = { ...deadline, fired: true };
  const [key = '', name = ''] = clock.split('/');
  if (name === 'maxAge') exhaustEscalation(draft, key);
  const node = draft.plan.byId.get(itemOf(key));
  if (!node) return;
  draft.touch(node);
  const transition = RAISED[name];
  if (transition) {
    note(draft, transition, key);
    raise(draft, node.events[transition]);
  }
  if (name === 'occur') completeItem(draft, node);
  if (name === 'hold' || name === 'window') completeItem(draft, node, 'lapsed');
}
