import { eventsIn } from '../check/events.js';
import { nodesIn, type ItemNode, type Model, type Scope } from '../check/model.js';
import { idsIn, listIn, mapIn, textIn, type Raw } from '../check/raw.js';
import { namedTemplates } from '../check/named-templates.js';
import { unknownName, type Path, type Report } from '../check/report.js';
import { nodesOf } from '../expression.js';
import { milestonesOf } from './T-E02.js';

/** Every name of an item, form, table, letter, role, partner, purpose or pool must exist where it is looked up. */
export const d02 = (model: Model): Report[] => [
  ...model.scopes.flatMap((scope) => {
    const names = namesFor(model, scope);
    const inItems = nodesIn(scope).flatMap((node) => [...inItem(names, node), ...held(model, scope, node)]);
    return [...unknownSources(scope), ...inItems];
  }),
  ...unknownItems(model),
  ...inData(model),
  ...inProject(model),
  ...namedTemplates(model)
    .filter(({ isKnown }) => !isKnown)
    .map(({ name, path }): Report => unknownName('T-D02', path, name, [])),
];

/** Events whose source is no item of this plan. */
function unknownSources(scope: Scope): Report[] {
  const known = new Set([...scope.byId.keys(), 'project', 'parent']);
  return eventsIn(scope).flatMap(({ name, path }) => {
    const [source = ''] = name.split('.');
    return known.has(source) ? [] : [unknownName('T-D02', path, source, known)];
  });
}

/** Items after `outcome.`, `count.` and `date.`. */
function unknownItems({ conditions }: Model): Report[] {
  return conditions.flatMap(({ tree, path, scope }) =>
    (tree ? [...nodesOf(tree)] : [])
      .filter((node) => ['outcome', 'count', 'date'].includes(node[0]) && !scope.byId.has(String(node[1])))
      .map((node) => unknownName('T-D02', path, String(node[1]), scope.byId.keys())),
  );
}

/** Names by which something may be called; looked up for every item, so never searched. */
type Known = ReadonlySet<string>;
const single = (raw: Raw, path: Path, key: string, known: Known): Report[] => {
  const name = textIn(raw[key]);
  return name === undefined || known.has(name) ? [] : [unknownName('T-D02', [...path, key], name, known)];
};
const many = (raw: Raw, path: Path, key: string, known: Known): Report[] =>
  idsIn(raw[key]).flatMap((name, index) => {
    const at = Array.isArray(raw[key]) ? index : name;
    return known.has(name) ? [] : [unknownName('T-D02', [...path, key, at], name, known)];
  });

interface Names {
  /** Keys that name one thing, and keys that name several, each with what exists. */
  readonly one: readonly (readonly [string, Known])[];
  readonly several: readonly (readonly [string, Known])[];
  readonly partners: Known;
  readonly tasks: readonly ItemNode[];
}
function namesFor({ corporation, raw }: Model, scope: Scope): Names {
  const known = (value: unknown): Known => new Set(Object.keys(mapIn(value)));
  const [roles, partners] = [known(corporation.roles), known(corporation.partners)];
  const tasks = scope.items.filter(({ path }) => path.at(-2) === 'tasks');
  return {
    one: [
      ['form', known(scope.forms)],
      ['decision', known(scope.decisions)],
      ['letter', known(raw['letters'])],
      ['role', roles],
      ['owner', roles],
      ['partner', partners],
      ['purpose', known(corporation.purposes)],
      ['pool', known(corporation.pools)],
      ['connector', known(corporation.connectors)],
    ],
    several: [
      ['notBy', new Set(tasks.map(({ id }) => id))],
      ['skip', roles],
      ['audience', roles],
      ['blocks', new Set(scope.items.map(({ id }) => id))],
    ],
    partners,
    tasks,
  };
}

function inItem({ one, several, partners, tasks }: Names, { raw, path, around }: ItemNode): Report[] {
  const siblings = (): Known =>
    new Set(['none', ...tasks.filter((task) => task.around[0] === around[0]).map(({ id }) => id)]);
  return [
    ...one.flatMap(([key, known]) => single(raw, path, key, known)),
    ...several.flatMap(([key, known]) => many(raw, path, key, known)),
    ...(raw['otherwise'] === undefined ? [] : single(raw, path, 'otherwise', siblings())),
    ...addressee(raw, path, partners),
  ];
}
/** `to: partner:<kind>` of a letter. */
function addressee({ to }: Raw, path: Path, partners: Known): Report[] {
  const kind = /^partner:(.*)$/.exec(String(to))?.[1];
  return kind === undefined || partners.has(kind) ? [] : [unknownName('T-D02', [...path, 'to'], kind, partners)];
}

/** `blocks: { item: milestone }` names a milestone of the escalation. */
function held(model: Model, scope: Scope, { id, kind, raw, path }: ItemNode): Report[] {
  const escalation = scope.byId.get(id);
  const known = kind === 'escalation' ? milestonesOf(model, escalation) : undefined;
  return Object.entries(mapIn(raw['blocks'])).flatMap(([item, milestone]) =>
    !known || known.includes(String(milestone))
      ? []
      : [unknownName('T-D02', [...path, 'blocks', item], String(milestone), known)],
  );
}

/** Every field names a purpose of the corporation. */
const inData = ({ fields, corporation }: Model): Report[] =>
  [...fields.values()].flatMap(({ raw, path }) =>
    single(raw, path, 'purpose', new Set(Object.keys(corporation.purposes))),
  );

/** What a project publishes and counts. */
function inProject({ raw, scopes: [scope] }: Model): Report[] {
  const tallies = Object.keys(mapIn(raw['tallies']));
  const milestones = scope!.items.filter(({ kind }) => kind === 'milestone').map(({ id }) => id);
  const published = [...milestones, ...tallies.map((id) => `tally.${id}`)];
  const names = listIn(raw['publish']).map(String);
  return [
    ...names.flatMap((name, at) => {
      const isField = name.includes('.') && !name.startsWith('tally.');
      return isField || published.includes(name) ? [] : [unknownName('T-D02', ['publish', at], name, published)];
    }),
    ...Object.entries(mapIn(raw['tallies'])).flatMap(([id, one]) => [
      ...single(mapIn(one), ['tallies', id], 'among', new Set(tallies.filter((other) => other !== id))),
      ...single(mapIn(one), ['tallies', id], 'freeze', new Set(milestones)),
    ]),
  ];
}
