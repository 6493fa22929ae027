/** A running case goes on under another version (§14): what has the same id stays, what is new begins, what is gone leaves. */
import { type Draft, note, stageActive, stateOf } from './draft.js';
import { makeAvailable } from './lifecycle.js';
import { type Clock, itemOf } from './names.js';
import { planOf } from './plan.js';
import type { State, Template } from './types.js';

type Renamed = { [map: string]: { readonly [key: string]: unknown } };
/** Maps whose keys begin with the id of an item. */
const BY_ITEM = [
  'items',
  'outcomes',
  'happened',
  'count',
  'date',
  'doneBy',
  'latches',
  'armed',
  'since',
  'base',
  'waiting',
  'deadlines',
] as const;

/** The state as the new version reads it: renamed by `formerly`, without items that are gone; history stays remembered. */
export function carriedOver(template: Template, state: State): State {
  const { name, version, hash } = template;
  const items = new Map(template.items.flatMap(({ formerly, id }) => (formerly ? [[formerly, id] as const] : [])));
  const renamed: Renamed = {};
  for (const map of BY_ITEM) renamed[map] = renameKeys<unknown>(state[map], items);
  const facts = renameFacts(template, state.facts);
  return withoutRemoved(template, { ...state, ...renamed, facts, template: { name, version, hash } });
}
function renameKeys<T>(map: { readonly [key: string]: T }, names: ReadonlyMap<string, string>): { [key: string]: T } {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => {
      const [id = ''] = key.split(/[#./]/);
      return [(names.get(id) ?? id) + key.slice(id.length), value];
    }),
  );
}
function renameFacts(template: Template, facts: State['facts']): State['facts'] {
  const fields = Object.values(template.fields);
  const names = new Map(fields.flatMap(({ formerly, path }) => (formerly ? [[formerly, path] as const] : [])));
  return Object.fromEntries(Object.entries(facts).map(([path, value]) => [names.get(path) ?? path, value]));
}
/** Items that the new version does not have leave with their clocks; their events stay remembered. */
function withoutRemoved(template: Template, state: State): State {
  const { byId } = planOf(template);
  const isItem = (key: string): boolean => byId.has(itemOf(key));
  const isOwner = (clock: string): boolean => {
    const [key = '', name = ''] = clock.split('/');
    const node = byId.get(itemOf(key));
    return node ? node.clocks.includes(name as Clock) : Object.hasOwn(template.escalations, key);
  };
  return {
    ...state,
    items: keep(state.items, isItem),
    waiting: keep(state.waiting, isItem),
    deadlines: keep(state.deadlines, isOwner),
  };
}
const keep = <T>(map: { readonly [key: string]: T }, test: (key: string) => boolean): { [key: string]: T } =>
  Object.fromEntries(Object.entries(map).filter(([key]) => test(key)));

/** New items begin in what is still active; in a stage that has ended they do not exist. */
export function migrate(draft: Draft): readonly [] {
  draft.touchAll();
  for (const node of draft.plan.nodes)
    if (stateOf(draft, node) === 'absent' && stageActive(draft, node)) makeAvailable(draft, node);
  note(draft, 'migrate', undefined, { version: draft.plan.template.version });
  return [];
}
