/** A running case goes on under another version: what has the same id stays, what is new begins, what is gone leaves. */
import { type Draft, itemOf, keyOf, note, occurrenceOf, stageActive } from './draft.js';
import { type Of, type Refusals, refuse } from './by-people.js';
import { makeAvailable } from './lifecycle.js';
import { CASE } from './plan.js';

/** `step` gets the template that the case migrates to. */
export function migrate(draft: Draft, event: Of<'migrate'>): Refusals {
  const { template } = draft.plan;
  if (event.template.hash !== template.hash) return refuse('badValue', 'template');
  rename(draft);
  draft.state.template = { name: template.name, version: template.version, hash: template.hash };
  dropRemoved(draft);
  for (const item of draft.plan.items)
    if (!draft.latest.has(item.id) && stageActive(draft, item.parent)) makeAvailable(draft, item);
  note(draft, 'migrate', undefined, { version: template.version });
  return [];
}
/** `formerly` renames an item or a field everywhere it is kept. */
function rename(draft: Draft): void {
  const names = new Map(draft.plan.items.flatMap((item) => (item.formerly ? [[item.formerly, item.id] as const] : [])));
  const { state } = draft;
  for (const map of [
    state.items,
    state.outcomes,
    state.happened,
    state.count,
    state.date,
    state.doneBy,
    state.latches,
    state.armed,
    state.since,
    state.base,
    state.waiting,
    state.deadlines,
  ])
    renameKeys(map as { [key: string]: unknown }, names);
  for (const field of Object.values(draft.plan.template.fields)) {
    const value = field.formerly === undefined ? undefined : state.facts[field.formerly];
    if (field.formerly === undefined || value === undefined) continue;
    delete state.facts[field.formerly];
    state.facts[field.path] = value;
  }
  for (const [from, to] of names) {
    const latest = draft.latest.get(from);
    if (latest !== undefined) draft.latest.set(to, latest);
    draft.latest.delete(from);
  }
}
function renameKeys(map: { [key: string]: unknown }, names: ReadonlyMap<string, string>): void {
  for (const key of Object.keys(map)) {
    const [id = ''] = key.split(/[#./]/);
    const name = names.get(id);
    if (name === undefined) continue;
    map[name + key.slice(id.length)] = map[key];
    delete map[key];
  }
}
/** Items that the new version does not have leave with their clocks; their events stay remembered. */
function dropRemoved(draft: Draft): void {
  const { state, plan } = draft;
  for (const key of Object.keys(state.items)) {
    if (plan.byId.has(itemOf(key))) continue;
    delete state.items[key];
    delete state.waiting[key];
    draft.latest.delete(itemOf(keyOf(itemOf(key), occurrenceOf(key))));
  }
  for (const clock of Object.keys(state.deadlines)) {
    const id = itemOf(clock.split('/')[0] ?? '');
    if (id !== CASE && !plan.byId.has(id) && !plan.template.escalations[id]) delete state.deadlines[clock];
  }
}
