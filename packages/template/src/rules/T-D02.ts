import { eventsIn } from '../check/events.js';
import { nodesIn, type ItemNode, type Model, type Scope } from '../check/model.js';
import { idsIn, listIn, mapIn, textIn, type Raw } from '../check/raw.js';
import { namedTemplates } from '../check/named-templates.js';
import { unknownName, type Path, type Report } from '../check/report.js';
import { nodesOf } from '../expression.js';
import { milestonesOf } from './T-E02.js';

/** Every name of an item, form, table, letter, role, partner, purpose or pool must exist where it is looked up. */
export const d02 = (model: Model): Report[] => [
  ...model.scopes.flatMap((scope) => [
    ...unknownSources(scope),
    ...nodesIn(scope).flatMap((node) => [...inItem(model, scope, node), ...held(model, scope, node)]),
  ]),
  ...unknownItems(model),
  ...inData(model),
  ...inProject(model),
  ...namedTemplates(model)
    .filter(({ isKnown }) => !isKnown)
    .map(({ name, path }): Report => unknownName('T-D02', path, name, [])),
];

/** Events whose source is no item of this plan. */
function unknownSources(scope: Scope): Report[] {
  const known = [...scope.byId.keys()];
  return eventsIn(scope).flatMap(({ name, path }) => {
    const [source = ''] = name.split('.');
    return [...known, 'project', 'parent'].includes(source) ? [] : [unknownName('T-D02', path, source, known)];
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

const single = (raw: Raw, path: Path, key: string, known: readonly string[]): Report[] => {
  const name = textIn(raw[key]);
  return name === undefined || known.includes(name) ? [] : [unknownName('T-D02', [...path, key], name, known)];
};
const many = (raw: Raw, path: Path, key: string, known: readonly string[]): Report[] =>
  idsIn(raw[key]).flatMap((name, index) => {
    const at = Array.isArray(raw[key]) ? index : name;
    return known.includes(name) ? [] : [unknownName('T-D02', [...path, key, at], name, known)];
  });

function inItem({ corporation, raw }: Model, scope: Scope, { raw: one, path, around }: ItemNode): Report[] {
  const items = scope.items.map(({ id }) => id);
  const tasks = scope.items.filter(({ path: [...at] }) => at.at(-2) === 'tasks');
  const siblings = tasks.filter((task) => task.around[0] === around[0]).map(({ id }) => id);
  const roles = Object.keys(corporation.roles);
  return [
    ...single(one, path, 'form', Object.keys(scope.forms)),
    ...single(one, path, 'decision', Object.keys(scope.decisions)),
    ...single(one, path, 'letter', Object.keys(mapIn(raw['letters']))),
    ...single(one, path, 'role', roles),
    ...single(one, path, 'owner', roles),
    ...single(one, path, 'partner', Object.keys(corporation.partners)),
    ...single(one, path, 'purpose', Object.keys(corporation.purposes)),
    ...single(one, path, 'pool', Object.keys(corporation.pools ?? {})),
    ...single(one, path, 'connector', Object.keys(corporation.connectors ?? {})),
    ...single(one, path, 'otherwise', [...siblings, 'none']),
    ...addressee(one, path, Object.keys(corporation.partners)),
    ...many(
      one,
      path,
      'notBy',
      tasks.map(({ id }) => id),
    ),
    ...many(one, path, 'skip', roles),
    ...many(one, path, 'audience', roles),
    ...many(one, path, 'blocks', items),
  ];
}
/** `to: partner:<kind>` of a letter. */
function addressee({ to }: Raw, path: Path, partners: readonly string[]): Report[] {
  const kind = /^partner:(.*)$/.exec(String(to))?.[1];
  return kind === undefined || partners.includes(kind) ? [] : [unknownName('T-D02', [...path, 'to'], kind, partners)];
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
  [...fields.values()].flatMap(({ raw, path }) => single(raw, path, 'purpose', Object.keys(corporation.purposes)));

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
      ...single(
        mapIn(one),
        ['tallies', id],
        'among',
        tallies.filter((other) => other !== id),
      ),
      ...single(mapIn(one), ['tallies', id], 'freeze', milestones),
    ]),
  ];
}
