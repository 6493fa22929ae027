import { fieldsRead, conditionAt } from '../check/conditions.js';
import type { ItemNode, Model } from '../check/model.js';
import { mapIn, textIn } from '../check/raw.js';
import type { Report } from '../check/report.js';

const classOf = (model: Model, name: string): string => textIn(model.fields.get(name)?.raw['sensitivity']) ?? 'D0';
const isLower = (to: string, from: string): boolean => Number(to.slice(1)) < Number(from.slice(1));

/** What goes into an escalation or comes out of it stays as sensitive as it was. */
export const p05 = (model: Model): Report[] =>
  model.scopes.flatMap(({ escalations }) =>
    escalations.flatMap((one) => {
      const child = one.raw['template'] === undefined ? model : model.childOf(one);
      return child ? [...into(model, child, one), ...outOf(model, child, one)] : [];
    }),
  );

function into(model: Model, child: Model, { raw, path }: ItemNode): Report[] {
  return Object.keys(mapIn(raw['in'])).flatMap((field) => {
    const condition = conditionAt(model, [...path, 'in', field]);
    return (condition ? fieldsRead(condition) : [])
      .filter((name) => child.fields.has(field) && isLower(classOf(child, field), classOf(model, name)))
      .map((name): Report => {
        const params = { name, class: classOf(model, name), field };
        return { code: 'T-P05', path: [...path, 'in', field], params };
      });
  });
}

function outOf(model: Model, child: Model, { raw, path }: ItemNode): Report[] {
  return Object.entries(mapIn(raw['out'])).flatMap(([field, from]): Report[] => {
    const name = String(from);
    if (!model.fields.has(field) || !isLower(classOf(model, field), classOf(child, name))) return [];
    return [{ code: 'T-P05', path: [...path, 'out', field], params: { name, class: classOf(child, name), field } }];
  });
}
