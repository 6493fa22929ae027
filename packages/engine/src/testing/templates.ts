/** Small random templates: what holds of one fixture may hold by chance, what holds of hundreds of templates does not. */
import fc from 'fast-check';
import type { Escalation, Expression, Item, ItemKind, Sentry, Template } from '../index.js';
import { escalation, fact, field, form, item, oneOf, small, stage } from './small.js';

/** Numbers that a template, or a walk, is made of; when they run out everything is the first choice. */
export class Picks {
  private at = 0;
  constructor(private readonly numbers: readonly number[]) {}
  below(limit: number): number {
    return (this.numbers[this.at++] ?? 0) % limit;
  }
  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)] as T;
  }
  /** True once in so many times. */
  once(times: number): boolean {
    return this.below(times) === times - 1;
  }
  some<T>(count: number, make: () => T): T[] {
    return Array.from({ length: count }, make);
  }
}

export const FIELDS = [
  field('a.flag', 'boolean'),
  field('a.number', 'integer', { min: 0, max: 9 }),
  field('a.day', 'date'),
  oneOf('a.choice', 'x', 'y', 'z'),
  { ...oneOf('share.team', 'open', 'yes', 'no'), withdrawn: 'no' },
  oneOf('a.result', 'low', 'high'),
];
const FORM = form('f', ...FIELDS.slice(0, 5).map(({ path }) => ({ field: path, optional: true })));
const TABLE = {
  id: 'table',
  hitPolicy: 'FIRST',
  inputs: [fact('a.number')],
  outputs: ['a.result'],
  rules: [
    { id: 'low', when: [['compare', '<', 5]], then: [['literal', 'low']] },
    { id: 'rest', when: [['any']], then: [['literal', 'high']] },
  ],
} as const;
const KINDS: readonly ItemKind[] = [
  'humanTask',
  'humanTask',
  'stage',
  'humanTask',
  'milestone',
  'timer',
  'partnerTask',
  'letterTask',
  'surveyTask',
  'decisionTask',
  'allocationTask',
  'serviceTask',
];
const TRANSITIONS: { readonly [kind in ItemKind]?: readonly string[] } = { milestone: ['occur'], timer: ['occur'] };

interface Named {
  readonly id: string;
  readonly kind: ItemKind;
  readonly parent: string | undefined;
}
function eventOf(pick: Picks, named: readonly Named[], escalations: number): string {
  if (pick.once(6)) return pick.of(['project.final', 'project.ended', 'parent.ended']);
  if (escalations && pick.once(5)) return `e${pick.below(escalations)}.${pick.of(['complete', 'made', 'start'])}`;
  const { id, kind } = pick.of(named);
  return `${id}.${pick.of(TRANSITIONS[kind] ?? ['complete', 'start', 'complete', 'terminate', 'exhausted', 'overdue'])}`;
}
export function conditionOf(pick: Picks, named: readonly Named[], depth = 0): Expression {
  const literal = (value: boolean | number | string): Expression => ['literal', value];
  const { id } = pick.of(named);
  const simple: readonly Expression[] = [
    ['==', fact('a.flag'), literal(true)],
    ['>=', fact('a.number'), literal(pick.below(9))],
    ['!=', fact('a.choice'), literal('x')],
    ['==', fact('a.choice'), literal('y')],
    ['has', 'a.day'],
    ['<', ['count', id], literal(2)],
    ['==', ['outcome', id], literal('done')],
    ['milestone', id],
    ['==', fact('a.result'), literal('high')],
    ['projectMilestone', 'final'],
  ];
  const one = pick.of(simple);
  if (depth || !pick.once(4)) return pick.once(6) ? ['not', one] : one;
  return [pick.of(['&&', '||'] as const), one, conditionOf(pick, named, 1)];
}
function sentry(pick: Picks, named: readonly Named[], escalations: number): Sentry {
  const on = pick.some(pick.of([1, 1, 0, 2]), () => eventOf(pick, named, escalations));
  const isBare = on.length > 0 && pick.once(2);
  return { ...(on.length ? { on } : {}), ...(isBare ? {} : { if: conditionOf(pick, named) }) };
}
const length = (pick: Picks) => ({ iso: pick.of(['P3D', 'P1W', 'PT36H', 'P1M', 'P10D']) });

/** What a kind needs besides its sentries. */
function ofKind(pick: Picks, kind: ItemKind, named: readonly Named[]): Partial<Item> {
  const requires = pick.once(2) ? { requires: ['==', fact('share.team'), ['literal', 'yes']] as Expression } : {};
  const at: Expression = ['-', fact('a.day'), ['days', ['literal', pick.below(9)]]];
  switch (kind) {
    case 'humanTask':
      return { ...(pick.once(3) ? {} : { form: 'f' }), ...(pick.once(4) ? { skip: ['planner'] } : {}) };
    case 'timer':
      return { timer: pick.once(3) ? { at } : { after: length(pick), statutory: pick.once(4) } };
    case 'partnerTask':
      return { partner: 'p', ...requires, acknowledgeWithin: { iso: 'P2D' }, resolveWithin: length(pick) };
    case 'letterTask':
      return { letter: 'l', proof: pick.of(['none', 'delivered'] as const) };
    case 'surveyTask':
      return { window: length(pick), ...requires };
    case 'decisionTask':
      return { decision: 'table' };
    case 'allocationTask': {
      const period = { from: fact('a.day'), until: fact('a.day') };
      return { pool: 'p', hold: { iso: 'P5D' }, period, release: `${pick.of(named).id}.complete` };
    }
    case 'serviceTask':
      return { connector: 'c' };
    default:
      return {};
  }
}
function itemOf(pick: Picks, { id, kind, parent }: Named, named: readonly Named[], escalations: number): Item {
  const list = (): readonly Sentry[] => pick.some(pick.of([1, 2]), () => sentry(pick, named, escalations));
  const loops = kind !== 'milestone' && pick.once(4);
  const part: Partial<Item> = {
    ...(parent ? { parent } : {}),
    ...ofKind(pick, kind, named),
    ...(kind === 'milestone' || pick.once(2) ? { entry: list() } : {}),
    ...(pick.once(7) && kind !== 'milestone' && kind !== 'decisionTask' ? { exit: list() } : {}),
    ...(kind === 'stage' && pick.once(3) ? { complete: list() } : {}),
    ...(kind === 'humanTask' && pick.once(6) ? { manualActivation: true } : {}),
    ...(pick.once(6) ? { required: pick.once(2) ? conditionOf(pick, named) : false } : {}),
    ...(loops ? { repeat: repeatOf(pick, named) } : {}),
    ...(pick.once(4) && (kind === 'humanTask' || kind === 'stage')
      ? { due: { after: length(pick), ...(pick.once(2) ? { warn: { iso: 'P1D' } } : {}) } }
      : {}),
  };
  return kind === 'stage' ? stage(id, part) : item(id, { ...part, kind });
}
function repeatOf(pick: Picks, named: readonly Named[]): NonNullable<Item['repeat']> {
  const max = 2 + pick.below(2);
  if (pick.once(2)) return { max };
  return { max, while: conditionOf(pick, named), ...(pick.once(2) ? { every: { iso: 'P3D' } } : {}) };
}
function escalationOf(pick: Picks, id: string, named: readonly Named[]): Escalation {
  const blocks = pick.once(2) ? { [pick.of(named).id]: pick.of([null, 'made']) } : {};
  return escalation(id, {
    ...(pick.once(3) ? { manualActivation: true } : { entry: [sentry(pick, named, 0)] }),
    blocks,
    in: { 'child.x': fact('a.number') },
    out: pick.once(3) ? { 'a.number': 'child.y' } : {},
    max: 1 + pick.below(2),
  });
}
/** Ids and the tree first, so that sentries may name what stands below them. */
function namesOf(pick: Picks): readonly Named[] {
  const named: Named[] = [];
  for (let index = 0; index < 3 + pick.below(6); index++) {
    const stages = named.filter(({ kind }) => kind === 'stage');
    const parent = stages.length && pick.once(2) ? pick.of(stages).id : undefined;
    named.push({ id: `i${index}`, kind: pick.of(KINDS), parent });
  }
  return named.filter(({ id, kind }) => kind !== 'stage' || named.some(({ parent }) => parent === id));
}
/** Every stage directly followed by what is inside it. */
const inOrder = (named: readonly Named[], parent?: string): readonly Named[] =>
  named.filter((each) => each.parent === parent).flatMap((each) => [each, ...inOrder(named, each.id)]);

export function templateOf(numbers: readonly number[]): Template {
  const pick = new Picks(numbers);
  const named = inOrder(namesOf(pick));
  const escalations = pick.below(3);
  return small({
    fields: FIELDS,
    forms: [FORM],
    decisions: [TABLE],
    countedBy: { 'project/counted': conditionOf(pick, named) },
    items: named.map((each) => itemOf(pick, each, named, escalations)),
    escalations: Array.from({ length: escalations }, (_, index) => escalationOf(pick, `e${index}`, named)),
    ...(pick.once(6) ? { exit: [sentry(pick, named, escalations)] } : {}),
    ...(pick.once(6) ? { complete: [sentry(pick, named, escalations)] } : {}),
  });
}
export const templates = fc.array(fc.nat(2 ** 20), { minLength: 30, maxLength: 120 }).map(templateOf);
