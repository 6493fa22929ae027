import type { Expression } from '@thuisreis/engine';
import { conditionAt } from '../check/conditions.js';
import type { ItemNode, Model, Scope } from '../check/model.js';
import type { Raw } from '../check/raw.js';
import type { Path } from '../check/report.js';
import { eventsOf, sentriesOf } from './reachable.js';
import { waysOf } from './truths.js';

interface Criterion {
  readonly events: readonly string[];
  readonly if: Expression;
}
const ALWAYS: Expression = ['literal', true];

/** The sentries of one list with their conditions; a condition that cannot be read makes the list unusable. */
function criteria(model: Model, raw: Raw, path: Path, key: 'entry' | 'exit' | 'complete'): Criterion[] {
  return sentriesOf(raw, key).flatMap((sentry, at): Criterion[] => {
    const condition = conditionAt(model, [...path, key, at, 'if']);
    if (condition && !condition.tree) return [];
    return [{ events: eventsOf(sentry), if: condition?.tree ?? ALWAYS }];
  });
}

/** A stage around a task, or the case itself, whose end comes before every start of the task (§4: d before e). */
export function outrunBy(model: Model, scope: Scope, { kind, raw, path, around }: ItemNode): Path | undefined {
  const entry = criteria(model, raw, path, 'entry');
  if (entry.length === 0 || kind === 'milestone' || kind === 'escalation') return undefined;
  if (entry.length < sentriesOf(raw, 'entry').length) return undefined;
  const places = [...around.map((one) => ({ raw: one.raw, path: one.path })), { raw: scope.raw, path: scope.path }];
  const ends = places.flatMap((place) =>
    (['exit', 'complete'] as const).flatMap((key) =>
      criteria(model, place.raw, place.path, key).map((one, at) => ({ ...one, path: [...place.path, key, at] })),
    ),
  );
  if (!entry.every((start) => ends.some((end) => implies(model, scope, start, end)))) return undefined;
  return ends.find((end) => implies(model, scope, entry[0]!, end))?.path;
}

function implies(model: Model, scope: Scope, start: Criterion, end: Criterion): boolean {
  if (!end.events.every((event) => start.events.includes(event))) return false;
  if (end.if === ALWAYS) return true;
  if (start.if === ALWAYS) return false;
  const ways = waysOf(model, scope, [start.if, end.if]);
  return ways !== undefined && ways.some(([a]) => a === true) && ways.every(([a, b]) => a !== true || b === true);
}
