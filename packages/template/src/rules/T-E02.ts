import type { Expression } from '@thuisreis/engine';
import type { Condition } from '../check/conditions.js';
import type { ItemNode, Model, Scope } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import { unknownName, type Report } from '../check/report.js';
import { nodesOf } from '../expression.js';
import { outcomesOf } from '../logic/kind-of-name.js';

/** Every name in a condition is one that the language knows there; fields and items have codes of their own. */
export function e02(model: Model): Report[] {
  return model.conditions.flatMap((one) => {
    const { tree, wrong, path } = one;
    if (wrong?.code === 'T-E02') return [unknownName('T-E02', path, wrong.params.name ?? '', [])];
    return tree ? [...nodesOf(tree)].flatMap((node) => judge(model, one, node)) : [];
  });
}

function judge(model: Model, { scope, path }: Condition, node: Expression): Report[] {
  const known = namesFor(model, scope, node);
  const name = String(node[0] === 'escalationMilestone' ? node[2] : node[1]);
  return known === undefined || known.includes(name) ? [] : [unknownName('T-E02', path, name, known)];
}

/** The names that may stand where this one does; undefined where another rule judges it. */
function namesFor(model: Model, scope: Scope, node: Expression): string[] | undefined {
  switch (node[0]) {
    case 'param':
      return Object.keys(mapIn(model.raw['params']));
    case 'law':
      return Object.keys(model.law.values);
    case 'tally':
      return Object.keys(mapIn(model.raw['tallies']));
    case 'milestone':
      return scope.items.filter(({ kind }) => kind === 'milestone').map(({ id }) => id);
    case 'escalationMilestone':
      return milestonesOf(
        model,
        scope.escalations.find(({ id }) => id === node[1]),
      );
    case 'outcome': {
      const item = scope.byId.get(node[1]);
      const withOutcome = [...scope.byId.values()].filter((one) => outcomesOf(one) !== undefined);
      return item && withOutcome.map(({ id }) => id);
    }
    default:
      return undefined;
  }
}

/** Milestones that an escalation's own plan has; undefined when its template is not found, which T-D14 says. */
export function milestonesOf(model: Model, escalation: ItemNode | undefined): string[] | undefined {
  if (!escalation) return [];
  if (escalation.raw['template'] === undefined) return milestonesIn(model, escalation.path);
  const child = model.childOf(escalation);
  return child && milestonesIn(child, []);
}
const milestonesIn = ({ scopes }: Model, path: readonly unknown[]): string[] =>
  scopes
    .filter((scope) => scope.path.join('.') === path.join('.'))
    .flatMap(({ items }) => items.filter(({ kind }) => kind === 'milestone').map(({ id }) => id));
