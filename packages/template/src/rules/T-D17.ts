import type { Model } from '../check/model.js';
import { unknownName, type Report } from '../check/report.js';
import { eventsIn } from '../check/events.js';
import { listIn } from '../check/raw.js';
import { nodesOf } from '../expression.js';

/** A template may only name what its project publishes. */
export function d17(model: Model): Report[] {
  const { project } = model;
  if (!project) return [];
  const published = [...listIn(project['publish']).map(String), 'ended'];
  const events = model.scopes.flatMap(eventsIn).filter(({ name }) => name.startsWith('project.'));
  const read = model.conditions.flatMap(({ tree, path }) =>
    tree
      ? [...nodesOf(tree)].flatMap((node) =>
          node[0] === 'project' || node[0] === 'projectMilestone' ? [{ name: `project.${node[1]}`, path }] : [],
        )
      : [],
  );
  return [...events, ...read].flatMap(({ name, path }) => {
    const what = name.slice('project.'.length);
    return published.includes(what) ? [] : [unknownName('T-D17', path, what, published)];
  });
}
