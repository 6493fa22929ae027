/** A template with its answers looked up once: who is inside whom, who listens to what. Kept beside the template. */
import { type Condition, conditionOf, dependsOn } from './condition.js';
import { type Clock, type Events, type Names, eventsOf, namesOf } from './names.js';
import type { Escalation, Expression, FormEntry, FormPage, Item, ItemState, Sentry, State, Template } from './types.js';

export type List = 'entry' | 'exit' | 'complete' | 'until';
export const CASE = 'case';
export const LISTS: readonly List[] = ['entry', 'exit', 'complete', 'until'];

/** One sentry (§3), with the keys of its bits: one per on-part, or one for the edge. */
export interface Trigger {
  readonly parts: readonly { readonly event: string; readonly latch: string }[];
  /** Key of the edge; of a sentry with events it is never set. */
  readonly edge: string;
  readonly condition: Condition | undefined;
  readonly sentry: Sentry;
}
/** Who has sentries: an item, an escalation, or the case itself. `index` is its place among what can be touched. */
export interface Owner {
  readonly index: number;
  readonly id: string;
  readonly triggers: { readonly [list in List]: readonly Trigger[] };
  readonly events: Events;
  readonly item?: Node;
  readonly escalation?: Escalation;
}
/** A plan item with its place in the tree and its conditions ready to be asked. */
export interface Node extends Owner {
  readonly item: Node;
  readonly of: Item;
  readonly kind: Item['kind'];
  readonly around: Node | undefined;
  readonly children: readonly Node[];
  /** Everything inside a stage, at any depth, innermost first. */
  readonly below: readonly Node[];
  readonly isTask: boolean;
  /** Codes with which it may be completed, as far as a person or the world chooses them (§6). */
  readonly outcomes: readonly string[];
  /** The clocks that it may have (§7). */
  readonly clocks: readonly Clock[];
  readonly max: number;
  /** A repeat that runs each time its entry fires anew, not as a loop. */
  readonly eachTime: boolean;
  /** Starts only when another task is withheld or revoked. */
  readonly isOtherwise: boolean;
  readonly required: boolean | Condition;
  readonly requires: Condition | undefined;
  readonly while: Condition | undefined;
  /** Escalations that may hold it, with the child milestone that lifts the hold. */
  readonly holders: readonly { readonly escalation: string; readonly until: string | null }[];
  /** Key under which a further occurrence is due. */
  readonly next: string;
  /** Who looks again when its outcome, count, date or milestone changes. */
  readonly readers: { readonly [name in ReadName]: readonly number[] };
  /** Keys of its occurrences, by number. */
  readonly names: (occurrence: number) => Names;
}
const READ = ['outcome', 'count', 'date', 'milestone'] as const;
type ReadName = (typeof READ)[number];
export interface Raised extends Owner {
  readonly escalation: Escalation;
  readonly holds: readonly Node[];
}
/** What one event reaches. */
export interface Heard {
  readonly parts: readonly { readonly owner: Owner; readonly list: List; readonly latch: string }[];
  /** Items with a clock that counts from it. */
  readonly clocked: readonly Node[];
  /** Reservations that it ends. */
  readonly released: readonly Node[];
}
export interface FilledForm {
  readonly pages: readonly FormPage[];
  /** All entries, when nothing in the form depends on an answer. */
  readonly always: readonly FormEntry[] | undefined;
}
export interface Plan {
  readonly template: Template;
  readonly nodes: readonly Node[];
  readonly byId: ReadonlyMap<string, Node>;
  readonly top: readonly Node[];
  readonly raised: readonly Raised[];
  readonly theCase: Owner;
  /** Index after the items, the escalations and the case: what is counted of it. */
  readonly counted: number;
  readonly innermost: readonly Node[];
  /** Items by what §4 asks of them, each list in the order of its class. */
  readonly milestones: readonly Node[];
  readonly starting: readonly Node[];
  readonly exiting: readonly Node[];
  readonly completing: readonly Node[];
  readonly repeating: readonly Node[];
  readonly defaulting: readonly Node[];
  readonly requiring: readonly Node[];
  readonly waiting: readonly Node[];
  readonly clocked: readonly Node[];
  readonly heard: ReadonlyMap<string, Heard>;
  readonly edges: readonly { readonly owner: Owner; readonly key: string; readonly condition: Condition }[];
  /** What has to be looked at again when a name of a condition changes. */
  readonly readers: ReadonlyMap<string, readonly number[]>;
  readonly forms: ReadonlyMap<string, FilledForm>;
  readonly heldFields: ReadonlyMap<string, readonly string[]>;
  readonly withdrawable: ReadonlySet<string>;
  readonly tellsOthers: boolean;
  /** What a draft begins with. */
  readonly blank: {
    readonly states: readonly 'absent'[];
    readonly latest: readonly number[];
    readonly touches: readonly boolean[];
  };
  /** What the last draft knew of its items, for the step that follows on it. */
  known:
    | { readonly state: State; readonly states: readonly (ItemState | 'absent')[]; readonly latest: readonly number[] }
    | undefined;
  /** More transitions than this in one step and the template does not settle. */
  readonly bound: number;
}

const plans = new WeakMap<Template, Plan>();
export function planOf(template: Template): Plan {
  const found = plans.get(template);
  if (found) return found;
  const made = makePlan(template);
  plans.set(template, made);
  return made;
}
export const partKey = (owner: string, list: List, sentry: number, part?: number): string =>
  `${owner}/${list}/${sentry}${part === undefined ? '' : `/${part}`}`;
const trigger = (owner: string, list: List, sentry: Sentry, index: number): Trigger => ({
  parts: (sentry.on ?? []).map((event, part) => ({ event, latch: partKey(owner, list, index, part) })),
  edge: partKey(owner, list, index),
  condition: sentry.if && conditionOf(sentry.if),
  sentry,
});
const triggers = (owner: string, list: List, sentries: readonly Sentry[] = []): readonly Trigger[] =>
  sentries.map((sentry, index) => trigger(owner, list, sentry, index));
type Sentried = { readonly [list in List]?: readonly Sentry[] | undefined };
const allTriggers = (owner: string, { entry, exit, complete, until }: Sentried): Owner['triggers'] => ({
  entry: triggers(owner, 'entry', entry),
  exit: triggers(owner, 'exit', exit),
  complete: triggers(owner, 'complete', complete),
  until: triggers(owner, 'until', until),
});

function makePlan(template: Template): Plan {
  const nodes = nodesOf(template);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const raised = raisedOf(template, byId);
  const theCase: Owner = {
    index: nodes.length + raised.length,
    id: CASE,
    events: eventsOf(CASE),
    triggers: allTriggers(CASE, { exit: template.exit, complete: template.complete }),
  };
  const owners: readonly Owner[] = [theCase, ...nodes, ...raised];
  const readers = readersOf(template, nodes, raised, theCase);
  for (const node of nodes) node.readers = readersOfItem(readers, node.id);
  const outermost = [...nodes].sort((a, b) => depth(a) - depth(b));
  const innermost = [...nodes].sort((a, b) => depth(b) - depth(a));
  return {
    template,
    nodes,
    byId,
    top: nodes.filter(({ around }) => !around),
    raised,
    theCase,
    counted: theCase.index + 1,
    innermost,
    milestones: nodes.filter(({ kind }) => kind === 'milestone'),
    starting: nodes.filter(({ kind }) => kind !== 'milestone'),
    exiting: outermost.filter(({ triggers: { exit } }) => exit.length),
    completing: outermost.filter(({ kind, triggers: { complete, until } }) =>
      kind === 'stage' ? complete.length : until.length,
    ),
    repeating: nodes.filter(({ of }) => of.repeat),
    defaulting: innermost.filter(({ kind, triggers: { complete } }) => kind === 'stage' && !complete.length),
    requiring: nodes.filter(({ requires }) => requires),
    waiting: nodes.filter(({ kind }) => kind === 'decisionTask' || kind === 'partnerTask' || kind === 'surveyTask'),
    clocked: nodes.filter(({ of }) => of.timer ?? of.due),
    heard: heardOf(owners, nodes),
    edges: edgesOf(owners),
    readers,
    forms: new Map(Object.values(template.forms).map(({ id, pages }) => [id, filledForm(pages)])),
    heldFields: heldFieldsOf(template),
    withdrawable: withdrawableOf(template),
    tellsOthers: tellsOthers(template),
    blank: {
      states: nodes.map(() => 'absent' as const),
      latest: nodes.map(() => 0),
      touches: [...nodes, ...raised, theCase, 'counted'].map(() => false),
    },
    known: undefined,
    bound: boundOf(template, nodes),
  };
}
/** The stages around an item, innermost first. */
export function stagesAround(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let at = node.around; at; at = at.around) found.push(at);
  return found;
}
const depth = (node: Node): number => stagesAround(node).length;

type Building = { -readonly [K in keyof Node]: Node[K] };
function nodesOf(template: Template): readonly Building[] {
  const otherwise = new Set(template.items.map((item) => item.otherwise));
  const nodes = template.items.map((item, index) => nodeOf(template, item, index, otherwise));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) {
    node.item = node;
    node.around = node.of.parent === undefined ? undefined : byId.get(node.of.parent);
    node.children = nodes.filter(({ of }) => of.parent === node.id);
  }
  for (const node of nodes) {
    // A circle in a broken template would have no end: its members are cut loose.
    if (isCircular(node)) node.around = undefined;
    node.below = nodes.filter((other) => stagesAround(other).includes(node)).sort((a, b) => depth(b) - depth(a));
  }
  return nodes;
}
function isCircular(node: Node): boolean {
  const seen = new Set<Node>();
  for (let at: Node | undefined = node; at; at = at.around) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
function nodeOf(template: Template, item: Item, index: number, otherwise: ReadonlySet<string | undefined>): Building {
  const { id, kind, repeat, until } = item;
  const isOtherwise = otherwise.has(id);
  return {
    index,
    id,
    of: item,
    kind,
    item: undefined as unknown as Node,
    around: undefined,
    children: [],
    below: [],
    events: eventsOf(id),
    triggers: allTriggers(id, { ...item, until: until === undefined ? undefined : [{ on: [until] }] }),
    isTask: kind.endsWith('Task'),
    outcomes: item.outcomes?.map((outcome) => outcome.id) ?? [kind === 'serviceTask' ? 'ok' : 'done'],
    clocks: clocksOf(item),
    max: repeat?.max ?? 1,
    eachTime: !!repeat && !repeat.while && !!item.entry?.length,
    isOtherwise,
    required: requiredOf(item, isOtherwise),
    requires: item.requires && conditionOf(item.requires),
    while: repeat?.while && conditionOf(repeat.while),
    holders: Object.values(template.escalations).flatMap((escalation) => {
      const held = escalation.blocks[id];
      return held === undefined ? [] : [{ escalation: escalation.id, until: held }];
    }),
    next: `${id}/next`,
    readers: { outcome: [], count: [], date: [], milestone: [] },
    names: namesOf(id),
  };
}
function clocksOf({ kind, due, timer, repeat }: Item): readonly Clock[] {
  const ofKind: { readonly [kind in Item['kind']]?: readonly Clock[] } = {
    partnerTask: ['acknowledge', 'resolve'],
    allocationTask: ['hold'],
    surveyTask: ['window'],
  };
  const own: readonly (Clock | undefined)[] = [
    timer && 'occur',
    repeat?.every && 'every',
    due && 'overdue',
    due?.warn && 'warn',
  ];
  return [...(ofKind[kind] ?? []), ...own.filter((clock) => clock !== undefined)];
}
/** §5: `manualActivation`, timers, milestones and tasks named in an `otherwise` hold nothing unless they say so. */
function requiredOf(item: Item, isOtherwise: boolean): boolean | Condition {
  if (typeof item.required === 'boolean') return item.required;
  if (item.required) return conditionOf(item.required);
  return !item.manualActivation && item.kind !== 'timer' && item.kind !== 'milestone' && !isOtherwise;
}
const inFileOrder = (escalations: readonly Escalation[]): readonly Escalation[] =>
  [...escalations].sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
const raisedOf = (template: Template, byId: ReadonlyMap<string, Node>): readonly Raised[] =>
  inFileOrder(Object.values(template.escalations)).map((escalation, index) => ({
    index: template.items.length + index,
    id: escalation.id,
    escalation,
    events: eventsOf(escalation.id),
    triggers: allTriggers(escalation.id, { entry: escalation.entry }),
    holds: Object.keys(escalation.blocks).flatMap((id) => byId.get(id) ?? []),
  }));
function edgesOf(owners: readonly Owner[]): Plan['edges'] {
  return owners.flatMap((owner) =>
    LISTS.flatMap((list) =>
      owner.triggers[list].flatMap(({ parts, edge, condition }) =>
        condition && !parts.length ? [{ owner, key: edge, condition }] : [],
      ),
    ),
  );
}
function heardOf(owners: readonly Owner[], nodes: readonly Node[]): ReadonlyMap<string, Heard> {
  const found = new Map<string, { [K in keyof Heard]: Heard[K][number][] }>();
  const of = (event: string) => {
    const heard = found.get(event) ?? { parts: [], clocked: [], released: [] };
    found.set(event, heard);
    return heard;
  };
  for (const owner of owners)
    for (const list of LISTS)
      for (const { event, latch } of owner.triggers[list].flatMap(({ parts }) => parts))
        of(event).parts.push({ owner, list, latch });
  for (const node of nodes) {
    for (const from of [node.of.timer?.from, node.of.due?.from]) if (from !== undefined) of(from).clocked.push(node);
    if (node.of.release !== undefined) of(node.of.release).released.push(node);
  }
  return found;
}
/** Every expression of an item that something waits for, sentries included. */
function expressionsOf({ of, triggers: lists }: Node): readonly Expression[] {
  const { requires, repeat, period, due, timer, required } = of;
  const lengths = [due?.after, due?.warn, timer?.after].flatMap((length) => (length ? Object.values(length) : []));
  const all = [requires, repeat?.while, period?.from, period?.until, due?.at, timer?.at, required, ...lengths];
  const found = all.filter((each): each is Expression => Array.isArray(each));
  return [...found, ...LISTS.flatMap((list) => conditionsIn(lists[list]))];
}
const conditionsIn = (list: readonly Trigger[]): readonly Expression[] =>
  list.flatMap(({ sentry }) => (sentry.if ? [sentry.if] : []));
function readersOf(
  template: Template,
  nodes: readonly Node[],
  raised: readonly Raised[],
  theCase: Owner,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const read = (reader: number, expressions: readonly Expression[]): void => {
    for (const name of new Set(expressions.flatMap(dependsOn))) found.set(name, [...(found.get(name) ?? []), reader]);
  };
  for (const node of nodes) {
    const table = template.decisions[node.of.decision ?? ''];
    read(node.index, [...expressionsOf(node), ...(table?.inputs ?? []), ...tableCells(table)]);
    // A stage completes by what its children require.
    if (Array.isArray(node.of.required)) read(node.around?.index ?? theCase.index, [node.of.required as Expression]);
  }
  for (const { index, escalation, triggers: lists } of raised)
    read(index, [...Object.values(escalation.in), ...conditionsIn(lists.entry)]);
  read(theCase.index, conditionsIn([...theCase.triggers.exit, ...theCase.triggers.complete]));
  read(theCase.index + 1, Object.values(template.countedBy));
  return found;
}
const readersOfItem = (readers: Plan['readers'], id: string): Node['readers'] =>
  Object.fromEntries(READ.map((name) => [name, readers.get(`${name} ${id}`) ?? []])) as unknown as Node['readers'];
const tableCells = (table: Template['decisions'][string] | undefined): readonly Expression[] =>
  table?.rules.flatMap(({ then }) => then) ?? [];

function filledForm(pages: readonly FormPage[]): FilledForm {
  const depends = pages.some((page) => page.visibleIf ?? page.fields.some(({ visibleIf }) => visibleIf));
  return { pages, always: depends ? undefined : pages.flatMap(({ fields }) => fields) };
}
/** Fields that an escalation will write, each with those escalations. */
function heldFieldsOf(template: Template): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { id, out } of Object.values(template.escalations))
    for (const path of Object.keys(out)) found.set(path, [...(found.get(path) ?? []), id]);
  return found;
}
const tellsOthers = (template: Template): boolean =>
  template.kind !== 'household' ||
  Object.keys(template.escalations).length > 0 ||
  Object.keys(template.tallies).length > 0 ||
  template.items.some(({ kind }) => kind === 'allocationTask');

/** 6 × the sum over the case, all items and escalations of their `max`, multiplied along their stages (§4). */
function boundOf(template: Template, nodes: readonly Node[]): number {
  const all = (node: Node): number => stagesAround(node).reduce((product, { max }) => product * max, node.max);
  const items = nodes.reduce((sum, node) => sum + all(node), 1);
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
