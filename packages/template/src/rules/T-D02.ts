import { nodesIn, type Model, type Scope } from '../check/model.js';
import { idsIn, mapIn, textIn } from '../check/raw.js';
import { unknownName, type Report } from '../check/report.js';
import { eventsIn } from '../check/events.js';

/** Events whose source is no item of this plan. */
function unknownSources(scope: Scope): Report[] {
  const known = nodesIn(scope).map(({ id }) => id);
  return eventsIn(scope).flatMap(({ name, path }) => {
    const [source = ''] = name.split('.');
    return [...known, 'project', 'parent'].includes(source) ? [] : [unknownName('T-D02', path, source, known)];
  });
}

/** Every name of an item, form, table, letter, role, partner, purpose or pool must exist where it is looked up. */
export function d02(model: Model): Report[] {
  const { corporation, raw } = model;
  return model.scopes.flatMap((scope) => [
    ...unknownSources(scope),
    ...nodesIn(scope).flatMap(({ raw: one, path }) => {
      const items = scope.items.map(({ id }) => id);
      const roles = Object.keys(corporation.roles);
      const single = (key: string, known: string[]): Report[] => {
        const name = textIn(one[key]);
        return name === undefined || known.includes(name) ? [] : [unknownName('T-D02', [...path, key], name, known)];
      };
      const many = (key: string, known: string[]): Report[] =>
        idsIn(one[key]).flatMap((name, index) => {
          const at = Array.isArray(one[key]) ? index : name;
          return known.includes(name) ? [] : [unknownName('T-D02', [...path, key, at], name, known)];
        });
      return [
        ...single('form', Object.keys(scope.forms)),
        ...single('decision', Object.keys(scope.decisions)),
        ...single('letter', Object.keys(mapIn(raw['letters']))),
        ...single('role', roles),
        ...single('owner', roles),
        ...single('partner', Object.keys(corporation.partners)),
        ...single('purpose', Object.keys(corporation.purposes)),
        ...single('pool', Object.keys(corporation.pools ?? {})),
        ...single('connector', Object.keys(corporation.connectors ?? {})),
        ...single('otherwise', [...items, 'none']),
        ...many('notBy', items),
        ...many('skip', roles),
        ...many('audience', roles),
        ...many('blocks', items),
      ];
    }),
  ]);
}
