/** A template with its answers looked up once: who is inside whom, who listens to what. Kept beside the template. */
import type { Escalation, Expression, Item, Sentry, Template } from './types.js';

export type List = 'entry' | 'exit' | 'complete' | 'until';
/** Owner of a list of sentries: an item, an escalation, or the case itself (`case`). */
export interface Owner {
  readonly id: string;
  readonly item?: Item;
  readonly escalation?: Escalation;
}
export interface Part {
  readonly owner: Owner;
  readonly list: List;
  readonly latch: string;
}
export interface Plan {
  readonly template: Template;
  readonly items: readonly Item[];
  readonly byId: ReadonlyMap<string, Item>;
  readonly children: ReadonlyMap<string, readonly Item[]>;
  /** Stage → everything below it, at any depth. */
  readonly inside: ReadonlyMap<string, readonly Item[]>;
  readonly outermost: readonly Item[];
  readonly innermost: readonly Item[];
  readonly owners: readonly Owner[];
  readonly listeners: ReadonlyMap<string, readonly Part[]>;
  /** Sentries without an event, with their keys: the edges. */
  readonly edges: readonly { readonly owner: Owner; readonly key: string; readonly condition: Expression }[];
  /** Items with a timer or a `due`. */
  readonly clocked: readonly Item[];
  /** Items with a `release` event. */
  readonly released: readonly Item[];
  readonly otherwise: ReadonlySet<string>;
  readonly withdrawable: ReadonlySet<string>;
  /** More transitions than this in one step and the template does not settle. */
  readonly bound: number;
}
export const CASE = 'case';
export const LISTS: readonly List[] = ['entry', 'exit', 'complete', 'until'];

const plans = new WeakMap<Template, Plan>();
export function planOf(template: Template): Plan {
  const found = plans.get(template);
  if (found) return found;
  const made = makePlan(template);
  plans.set(template, made);
  return made;
}

/** The sentries an owner has in a list; a partner task's `until` is one sentry with one event. */
export function sentriesOf(plan: Plan, owner: Owner, list: List): readonly Sentry[] {
  if (owner.escalation) return list === 'entry' ? (owner.escalation.entry ?? []) : [];
  if (!owner.item)
    return (list === 'exit' && plan.template.exit) || (list === 'complete' && plan.template.complete) || [];
  if (list === 'until') return owner.item.until === undefined ? [] : [{ on: [owner.item.until] }];
  return owner.item[list] ?? [];
}
export const partKey = (owner: string, list: List, sentry: number, part?: number): string =>
  `${owner}/${list}/${sentry}${part === undefined ? '' : `/${part}`}`;

function makePlan(template: Template): Plan {
  const { items } = template;
  const byId = new Map(items.map((item) => [item.id, item]));
  const children = new Map<string, Item[]>();
  for (const item of items) children.set(item.parent ?? CASE, [...(children.get(item.parent ?? CASE) ?? []), item]);
  const depth = (item: Item): number => above(byId, item).length;
  const owners = ownersOf(template);
  const plan = {
    template,
    items,
    byId,
    children,
    inside: new Map(items.map((item) => [item.id, items.filter((other) => above(byId, other).includes(item.id))])),
    outermost: [...items].sort((a, b) => depth(a) - depth(b)),
    innermost: [...items].sort((a, b) => depth(b) - depth(a)),
    owners,
    otherwise: new Set(items.flatMap((item) => (item.otherwise && item.otherwise !== 'none' ? [item.otherwise] : []))),
    withdrawable: withdrawableOf(template),
    bound: boundOf(template, byId),
    listeners: new Map<string, readonly Part[]>(),
    edges: [],
    clocked: items.filter((item) => item.timer || item.due),
    released: items.filter((item) => item.release !== undefined),
  };
  return { ...plan, listeners: listenersOf(plan), edges: edgesOf(plan) };
}
/** The stages around an item, innermost first; a circle in a broken template ends the search. */
export function above(byId: ReadonlyMap<string, Item>, item: Item): readonly string[] {
  const found: string[] = [];
  for (let at = item.parent; at !== undefined && !found.includes(at); at = byId.get(at)?.parent) found.push(at);
  return found;
}
const ownersOf = (template: Template): readonly Owner[] => [
  { id: CASE },
  ...template.items.map((item) => ({ id: item.id, item })),
  ...Object.values(template.escalations).map((escalation) => ({ id: escalation.id, escalation })),
];
function edgesOf(plan: Plan): Plan['edges'] {
  return plan.owners.flatMap((owner) =>
    LISTS.flatMap((list) =>
      sentriesOf(plan, owner, list).flatMap((sentry, index) =>
        sentry.if && !sentry.on?.length ? [{ owner, key: partKey(owner.id, list, index), condition: sentry.if }] : [],
      ),
    ),
  );
}
function listenersOf(plan: Plan): ReadonlyMap<string, readonly Part[]> {
  const found = new Map<string, Part[]>();
  for (const owner of plan.owners)
    for (const list of LISTS)
      for (const [sentry, { on }] of sentriesOf(plan, owner, list).entries())
        for (const [index, event] of (on ?? []).entries()) {
          const part = { owner, list, latch: partKey(owner.id, list, sentry, index) };
          found.set(event, [...(found.get(event) ?? []), part]);
        }
  return found;
}
/** 6 × the sum over the case, all items and escalations of their `max`, multiplied along their stages. */
function boundOf(template: Template, byId: ReadonlyMap<string, Item>): number {
  const own = (id: string): number => byId.get(id)?.repeat?.max ?? 1;
  const all = (item: Item): number => above(byId, item).reduce((product, id) => product * own(id), own(item.id));
  const items = template.items.reduce((sum, item) => sum + all(item), 1);
  return 6 * Object.values(template.escalations).reduce((sum, escalation) => sum + escalation.max, items);
}
/** Fields a person may withdraw at any time: those in a `requires`, here or through `in` of an escalation. */
function withdrawableOf(template: Template): ReadonlySet<string> {
  const fields = template.items.flatMap((item) => (item.requires ? factsIn(item.requires) : []));
  const handed = Object.values(template.escalations).flatMap((each) => Object.values(each.in).flatMap(factsIn));
  return new Set([...fields, ...handed.filter((path) => template.fields[path]?.withdrawn !== undefined)]);
}
function factsIn(expression: Expression): readonly string[] {
  if (expression[0] === 'fact') return [expression[1]];
  return (expression as readonly unknown[]).flatMap((part) =>
    Array.isArray(part)
      ? typeof part[0] === 'string'
        ? factsIn(part as unknown as Expression)
        : part.flatMap(factsIn)
      : [],
  );
}
