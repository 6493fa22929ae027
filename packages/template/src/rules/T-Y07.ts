import { nodesOf } from '../expression.js';
import { fieldsRead, type Condition } from '../check/conditions.js';
import { eventsIn } from '../check/events.js';
import type { ItemNode, Model, Scope } from '../check/model.js';
import { mapIn, type Raw } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';

const missing = (path: Path, name: string): Report => ({ code: 'T-Y07', path, params: { name } });
const lacking = (raw: Raw, path: Path, ...keys: string[]): Report[] =>
  keys.filter((key) => raw[key] === undefined).map((key) => missing(path, key));
/** Parts of an inline escalation that hold its tasks. */
const containers = ['stages', 'tasks', 'milestones'];
/** Where a condition decides something, so that its fields must have ends. */
const deciding = new Set(['if', 'while', 'required', 'requires', 'visibleIf', 'inputs', 'where']);

/** Keys that only the rest of the template makes necessary. */
export function y07(model: Model): Report[] {
  return [
    ...projectOf(model),
    ...model.scopes.flatMap((scope) => [
      ...scope.items.flatMap((item) => [...roleOf(item), ...boundsOfRepeat(model, item), ...waveOf(scope, item)]),
      ...scope.escalations.flatMap(inlineOf),
    ]),
    ...boundsOfFields(model),
  ];
}

/** Who names `project.` says which project. */
function projectOf({ raw, conditions, scopes }: Model): Report[] {
  if (raw['within'] !== undefined || raw['kind'] === 'project') return [];
  const isRead = ({ tree }: Condition): boolean =>
    tree !== undefined && [...nodesOf(tree)].some(([kind]) => kind === 'project' || kind === 'projectMilestone');
  const isHeard = (scope: Scope): boolean => eventsIn(scope).some(({ name }) => name.startsWith('project.'));
  return conditions.some(isRead) || scopes.some(isHeard) ? [missing([], 'within')] : [];
}
/** A person's task has a role, its own or its stage's. */
function roleOf({ kind, raw, path, around }: ItemNode): Report[] {
  if (kind !== 'humanTask' && kind !== 'allocationTask') return [];
  return [raw, ...around.map((stage) => stage.raw)].some(({ role }) => role !== undefined)
    ? []
    : [missing(path, 'role')];
}
function boundsOfRepeat({ raw }: Model, item: ItemNode): Report[] {
  const id = /^params\.(\w+)$/.exec(String(mapIn(item.raw['repeat'])['max']))?.[1];
  const param = id === undefined ? undefined : mapIn(raw['params'])[id];
  return param === undefined ? [] : lacking(mapIn(param), ['params', id!], 'min', 'max');
}
function waveOf({ forms, raw, path }: Scope, item: ItemNode): Report[] {
  const id = String(item.raw['form']);
  const form = forms[id];
  if (item.kind !== 'surveyTask' || form === undefined) return [];
  const owner = mapIn(raw['forms'])[id] === undefined ? [] : path;
  return lacking(mapIn(form), [...owner, 'forms', id], 'wave');
}
/** An inline escalation has a plan and says when it ends. */
function inlineOf({ raw, path }: ItemNode): Report[] {
  if (raw['template'] !== undefined) return [];
  const hasPlan = containers.some((key) => raw[key] !== undefined);
  if (!hasPlan && raw['complete'] === undefined)
    return [{ code: 'T-Y12', path, params: { name: `template | ${containers.join(' | ')}` } }];
  return [...(hasPlan ? [] : [missing(path, containers.join(' | '))]), ...lacking(raw, path, 'complete')];
}
/** Whole numbers that conditions read have ends, so that every case can be gone through. */
function boundsOfFields({ fields, conditions }: Model): Report[] {
  const read = new Set(conditions.filter(({ key }) => deciding.has(key)).flatMap(fieldsRead));
  return [...fields.values()]
    .filter(({ name, raw }) => raw['type'] === 'integer' && read.has(name))
    .flatMap(({ raw, path }) => lacking(raw, path, 'min', 'max'));
}
