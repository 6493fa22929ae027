import { conditionAt, fieldsRead } from '../check/conditions.js';
import type { ItemNode, Model } from '../check/model.js';
import { mapIn } from '../check/raw.js';
import type { Report } from '../check/report.js';

/** An enum that permits something must say what withdrawing sets it to. */
export function p07(model: Model): Report[] {
  const permitting = [
    ...permittedBy(model),
    ...model.scopes.flatMap(({ escalations }) => escalations.flatMap((one) => handedToConsent(model, one))),
  ];
  return [...new Set(permitting)].flatMap((name): Report[] => {
    const field = model.fields.get(name);
    if (field?.raw['type'] !== 'enum' || field.raw['withdrawn'] !== undefined) return [];
    return [{ code: 'T-P07', path: field.path, params: { name } }];
  });
}

/** Fields that some `requires` reads. */
const permittedBy = (model: Model): string[] =>
  model.conditions.filter(({ key }) => key === 'requires').flatMap(fieldsRead);

/** Fields that become the consent of another template: withdrawing them here must reach it. */
function handedToConsent(model: Model, escalation: ItemNode): string[] {
  const child = model.childOf(escalation);
  const asked = new Set(child ? permittedBy(child) : []);
  return Object.keys(mapIn(escalation.raw['in'])).flatMap((field) => {
    const tree = conditionAt(model, [...escalation.path, 'in', field])?.tree;
    return asked.has(field) && tree?.[0] === 'fact' ? [tree[1]] : [];
  });
}
