import type { Expression } from '@thuisreis/engine';
import type { ItemNode, Model, Scope } from '../check/model.js';
import { idsIn, mapIn, type Raw } from '../check/raw.js';
import { date, kindOfType, truth, whole, type Kind } from './kinds.js';

/** Ways in which a task of this kind can end (§6); undefined for what has no outcome. */
export function outcomesOf({ kind, raw }: ItemNode): string[] | undefined {
  const own = (fallback: string): string[] => (raw['outcomes'] === undefined ? [fallback] : idsIn(raw['outcomes']));
  const ways: Readonly<Record<string, string[]>> = {
    humanTask: own('done'),
    decisionTask: ['done'],
    letterTask: ['sent', 'delivered', 'returned'],
    surveyTask: ['answered', 'refused', 'notReached', 'lapsed'],
    partnerTask: [...own('done'), 'done', 'declined', 'withheld', 'revoked'],
    allocationTask: ['confirmed', 'unavailable', 'lapsed', 'conflict'],
    serviceTask: own('ok'),
  };
  return ways[kind] && [...ways[kind], ...(raw['skip'] === undefined ? [] : ['skipped']), 'stopped'];
}

export const itemIn = (scope: Scope, id: string): ItemNode | undefined => scope.byId.get(id);

function fieldOf(raw: Raw | undefined): Kind | undefined {
  return raw && kindOfType(raw['type'], idsIn(raw['values']));
}

/** The kind of a published value; a milestone is a truth. */
function published({ project }: Model, name: string): Kind | undefined {
  if (name.startsWith('tally.')) return whole;
  const [group = '', field = ''] = name.split('.');
  const raw = mapIn(mapIn(mapIn(project?.['data'])[group])[field]);
  return raw['type'] === undefined ? undefined : fieldOf(raw);
}

/** The kind of what a name stands for; undefined where the name itself is not known, which other rules say. */
export function kindOfName(model: Model, scope: Scope, node: Expression): Kind | undefined {
  switch (node[0]) {
    case 'fact':
      return fieldOf(model.fields.get(node[1])?.raw);
    case 'param':
      return fieldOf(mapIn(model.raw['params'])[node[1]] as Raw | undefined);
    case 'law':
      return model.law.values[node[1]] && kindOfType(model.law.values[node[1]]!.type);
    case 'project':
      return published(model, node[1]);
    case 'tally':
    case 'count':
      return whole;
    case 'outcome': {
      const item = itemIn(scope, node[1]);
      const values = item && outcomesOf(item);
      return values && { is: 'choice', values };
    }
    case 'date':
      return date;
    case 'has':
    case 'milestone':
    case 'projectMilestone':
    case 'escalationMilestone':
      return truth;
    default:
      return undefined;
  }
}
