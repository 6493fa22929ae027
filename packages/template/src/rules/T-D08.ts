import type { ItemNode, Model } from '../check/model.js';
import { textIn } from '../check/raw.js';
import type { Report } from '../check/report.js';

const DEEPEST = 3;
const nameOf = ({ raw }: Model): string => String(raw['name']);
const named = (model: Model): ItemNode[] => model.scopes.flatMap(({ escalations }) => escalations);

/** The chain of templates from here that closes or is too long; empty when there is none. */
function badChain(model: Model, chain: readonly string[], allowed: number): string[] {
  const here = [...chain, nameOf(model)];
  if (chain.includes(nameOf(model)) || chain.length > allowed) return here;
  for (const escalation of named(model)) {
    const child = model.childOf(escalation);
    const found = child ? badChain(child, here, allowed) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** Escalations of escalations end: at most three below one another, and none that comes back to itself. */
export function d08(model: Model): Report[] {
  const allowed = model.raw['kind'] === 'escalation' ? DEEPEST - 1 : DEEPEST;
  return named(model).flatMap((escalation): Report[] => {
    if (textIn(escalation.raw['template']) === undefined) return [];
    const child = model.childOf(escalation);
    const chain = child ? badChain(child, [nameOf(model)], allowed) : [];
    const trace = chain.map((at) => ({ at, nl: 'start een escalatie', en: 'starts an escalation' }));
    return chain.length === 0
      ? []
      : [{ code: 'T-D08', path: [...escalation.path, 'template'], params: { name: chain.join(' → ') }, trace }];
  });
}
