import { classesOf } from '../check/classes.js';
import type { ItemNode, Model, Scope } from '../check/model.js';
import { partnerTasks } from '../check/partner-tasks.js';
import { listIn, mapIn, textIn } from '../check/raw.js';
import type { Path, Report } from '../check/report.js';
import { entriesOf } from '../check/uses.js';

/** Whoever does a task sees its fields: the profile behind the role or partner must have their class. */
export const p06 = (model: Model): Report[] => [
  ...model.scopes.flatMap((scope) => scope.items.flatMap((task) => byRole(model, scope, task))),
  ...partnerTasks(model).flatMap((task) => byPartner(model, task)),
];

const judge = (model: Model, who: string, profile: string, field: string, path: Path): Report[] => {
  const sensitivity = textIn(model.fields.get(field)?.raw['sensitivity']);
  const classes = classesOf(profile);
  if (sensitivity === undefined || !classes || classes.includes(sensitivity)) return [];
  return [{ code: 'T-P06', path, params: { partner: who, name: field, class: sensitivity } }];
};

/** The first field of a task's form that its role may not see, said where the role stands. */
function byRole(model: Model, scope: Scope, { kind, raw, path, around }: ItemNode): Report[] {
  const holder = [{ raw, path }, ...around].find((one) => one.raw['role'] !== undefined);
  const role = textIn(holder?.raw['role']) ?? '';
  const form = mapIn(scope.forms[String(raw['form'])]);
  const profile = model.corporation.roles[role]?.profile;
  if (kind !== 'humanTask' || !holder || profile === undefined || form['wave'] !== undefined) return [];
  const at = holder.path === path ? [...path, 'role'] : [...path, 'form'];
  return [...entriesOf(form, [])].flatMap(({ name }) => judge(model, role, profile, name, at)).slice(0, 1);
}

function byPartner(model: Model, { raw, path }: ItemNode): Report[] {
  const name = String(raw['partner']);
  const partner = model.corporation.partners[name];
  if (!partner) return [];
  const allowed = partner.receives[String(raw['purpose'])] ?? [];
  return listIn(raw['share']).flatMap((field, at) => {
    const isAgreed = allowed.includes(String(model.fields.get(String(field))?.raw['sensitivity']));
    return isAgreed
      ? judge(model, name, partner.profile ?? 'partnerMember', String(field), [...path, 'share', at])
      : [];
  });
}
