import type { ItemNode, Model, Scope } from '../check/model.js';
import { listIn, mapIn, textIn, type Raw } from '../check/raw.js';

const always = new Set(['project', 'parent']);
/** The events of one sentry; none for an edge. */
export const eventsOf = (sentry: unknown): string[] => [mapIn(sentry)['on']].flat().flatMap((one) => textIn(one) ?? []);
export const sentriesOf = (raw: Raw, key: 'entry' | 'exit' | 'complete'): readonly unknown[] => listIn(raw[key]);

/**
 * Which items of a plan can start when every condition may be true and every event from outside may come: a least
 * fixpoint, so that items that wait for one another stay out. Events that cannot be are other rules' business.
 */
export class Reachable {
  private readonly started = new Set<ItemNode>();

  constructor(
    private readonly model: Model,
    private readonly scope: Scope,
  ) {
    const nodes = [...scope.items, ...scope.escalations];
    for (let before = -1; before !== this.started.size;) {
      before = this.started.size;
      for (const node of nodes) if (!this.started.has(node) && this.mayStart(node)) this.started.add(node);
    }
  }

  has(node: ItemNode): boolean {
    return this.started.has(node);
  }

  /** Items that this one waits for and that never start: the reasons why it does not. */
  blockers(node: ItemNode): ItemNode[] {
    const [stage] = node.around;
    if (stage && !this.has(stage)) return [stage];
    return sentriesOf(node.raw, 'entry')
      .flatMap((sentry) => eventsOf(sentry).filter((event) => !this.happens(event)))
      .flatMap((event) => this.scope.byId.get(event.split('.')[0]!) ?? []);
  }

  private mayStart(node: ItemNode): boolean {
    const [stage] = node.around;
    if (stage && !this.has(stage)) return false;
    const entry = sentriesOf(node.raw, 'entry');
    if (entry.length === 0) return node.kind !== 'milestone';
    if (node.kind === 'escalation' && node.raw['manualActivation'] === true) return true;
    return entry.some((sentry) => eventsOf(sentry).every((event) => this.happens(event)));
  }

  /** Whether an event can happen, as far as is known now. */
  happens(event: string): boolean {
    const [source = '', transition = ''] = event.split('.');
    const node = this.scope.byId.get(source);
    if (!node || always.has(source)) return true;
    if (!this.has(node)) return transition === 'terminate' && this.mayBeLeft(node);
    if (transition === 'complete' && node.kind === 'stage') return this.mayComplete(node);
    if (node.kind === 'escalation') return this.childReaches(node, transition);
    return this.clockRuns(node, transition);
  }

  /** `exit` also ends an item that never started. */
  private mayBeLeft({ raw, around: [stage] }: ItemNode): boolean {
    const isThere = stage === undefined || this.has(stage);
    return isThere && sentriesOf(raw, 'exit').some((sentry) => eventsOf(sentry).every((event) => this.happens(event)));
  }
  private mayComplete({ raw }: ItemNode): boolean {
    const complete = sentriesOf(raw, 'complete');
    return complete.length === 0 || complete.some((sentry) => eventsOf(sentry).every((one) => this.happens(one)));
  }
  private clockRuns({ raw, kind }: ItemNode, transition: string): boolean {
    const clock = kind === 'timer' && transition === 'occur' ? raw : mapIn(raw['due']);
    const from = ['occur', 'overdue', 'warn'].includes(transition) ? textIn(clock['from']) : undefined;
    return from === undefined || this.happens(from);
  }
  private childReaches(node: ItemNode, transition: string): boolean {
    const inside = this.model.scopes.find(({ path }) => path.join() === node.path.join());
    const milestone = inside?.byId.get(transition);
    return !inside || !milestone || reachableIn(this.model, inside).has(milestone);
  }
}

const known = new WeakMap<Scope, Reachable>();
export function reachableIn(model: Model, scope: Scope): Reachable {
  const found = known.get(scope) ?? new Reachable(model, scope);
  known.set(scope, found);
  return found;
}
