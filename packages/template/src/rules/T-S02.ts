import type { Words } from '@thuisreis/words';
import { conditionAt } from '../check/conditions.js';
import type { ItemNode, Model, Scope } from '../check/model.js';
import type { Report, Step } from '../check/report.js';
import { attainableIn } from '../logic/attainable.js';
import { deadIn, type Dead } from '../logic/dead.js';
import { outrunBy } from '../logic/outrun.js';
import { waysOf } from '../logic/truths.js';

/** A task that can never start, or that is always withheld: nobody would notice that it is missing. */
export const s02 = (model: Model): Report[] =>
  model.scopes.flatMap((scope) => [
    ...deadIn(model, scope).map(waiting),
    ...scope.items.flatMap((node) => outrun(model, scope, node)),
    ...scope.items.flatMap((node) => withheld(model, scope, node)),
  ]);

const report = ({ id, path }: ItemNode, hint: Words, trace: readonly Step[] = []): Report => ({
  code: 'T-S02',
  path,
  params: { name: id, hint },
  trace,
});

/** (a) Nothing it waits for can happen. */
function waiting({ node, chain }: Dead): Report {
  const trace = chain.slice(1).map(({ id }, at): Step => {
    const before = chain[at]!.id;
    return { at: before, nl: `${before} wacht op ${id}`, en: `${before} waits for ${id}` };
  });
  const names = chain.map(({ id }) => id).join(' → ');
  return report(node, { nl: ` Kring: ${names}.`, en: ` Circle: ${names}.` }, trace);
}

/** (b) Whatever would start it ends a stage around it first. */
function outrun(model: Model, scope: Scope, node: ItemNode): Report[] {
  const end = outrunBy(model, scope, node);
  if (!end) return [];
  const stage = String(end.at(-3) ?? model.raw['name']);
  const hint = { nl: ` ${stage} eindigt eerder.`, en: ` ${stage} ends first.` };
  return [report(node, hint, [{ at: end.join('.'), nl: `${stage} eindigt`, en: `${stage} ends` }])];
}

/** (c) Its `requires` is false for every value that its fields can get. */
function withheld(model: Model, scope: Scope, node: ItemNode): Report[] {
  const tree = conditionAt(model, [...node.path, 'requires'])?.tree;
  const free = tree && waysOf(model, scope, [tree]);
  const real = tree && waysOf(model, scope, [tree], attainableIn(model));
  const isSilly = free?.every(([truth]) => truth !== true);
  if (!real || real.length === 0 || isSilly || !real.every(([truth]) => truth === false)) return [];
  return [report(node, { nl: ' requires is altijd onwaar.', en: ' requires is always false.' })];
}
