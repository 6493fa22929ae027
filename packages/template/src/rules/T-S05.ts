import { nodesOf } from '../expression.js';
import { conditionAt, fieldsRead, type Condition } from '../check/conditions.js';
import type { Model, Scope } from '../check/model.js';
import type { Report } from '../check/report.js';
import { writtenIn } from '../check/uses.js';
import { eventsOf, reachableIn, sentriesOf } from '../logic/reachable.js';

/** An inline escalation must be able to end by what happens inside it, or only its age ends it. */
export function s05(model: Model): Report[] {
  return model.scopes.slice(1).flatMap((scope): Report[] => {
    const sentries = (['complete', 'exit'] as const).flatMap((key) =>
      sentriesOf(scope.raw, key).map((sentry, at) => ({
        sentry,
        condition: conditionAt(model, [...scope.path, key, at, 'if']),
      })),
    );
    const isOpen = sentries.some(({ sentry, condition }) => canFire(model, scope, sentry, condition));
    if (sentriesOf(scope.raw, 'complete').length === 0 || isOpen) return [];
    const name = String(scope.path.at(-1));
    const fields = [...new Set(sentries.flatMap(({ condition }) => (condition ? fieldsRead(condition) : [])))].join(
      ', ',
    );
    const hint =
      fields === ''
        ? { nl: '', en: '' }
        : { nl: ` Niets erin schrijft ${fields}.`, en: ` Nothing inside it writes ${fields}.` };
    const trace = [
      { at: `${name}.start`, nl: `${name} begint`, en: `${name} starts` },
      { at: `${name}.exhausted`, nl: `maxAge is voorbij`, en: `maxAge has passed` },
    ];
    return [{ code: 'T-S05', path: [...scope.path, 'complete'], params: { name, hint }, trace }];
  });
}

/** An event that can happen, or an edge over something that the escalation itself can change. */
function canFire(model: Model, scope: Scope, sentry: unknown, condition: Condition | undefined): boolean {
  const events = eventsOf(sentry);
  if (events.length > 0) return events.every((event) => reachableIn(model, scope).happens(event));
  if (!condition?.tree) return true;
  const written = writtenIn(scope);
  const names = [...nodesOf(condition.tree)].filter(([kind]) => !['param', 'law', 'literal'].includes(kind));
  return names.some(([kind, name]) =>
    kind === 'fact' || kind === 'has'
      ? written.has(String(name))
      : ['outcome', 'count', 'date', 'milestone', 'project', 'projectMilestone'].includes(kind),
  );
}
