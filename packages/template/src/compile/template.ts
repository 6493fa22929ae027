import type { Calendar, Escalation, Expression, Json, Tally, Template, TemplateName } from '@thuisreis/engine';
import { mapIn, textIn, type Raw } from '../check/raw.js';
import type { Law } from '../house.js';
import { escalationOf, handoverOf, type Handover } from './escalations.js';
import { carried, factKinds, handedTo, readIn } from './facts.js';
import { finish, type Body } from './finish.js';
import { fieldsOf, formsOf, lettersOf } from './forms.js';
import { askedBy, inferredHandover, inlinePlan, readBy, writtenBy, type Plan } from './inline.js';
import { itemsOf } from './items.js';
import { expression, mapped, names, sentries, textOf, tidy } from './parts.js';
import { decisionsOf } from './tables.js';

/** What a template is compiled against. */
export interface Surroundings {
  readonly law: Law;
  readonly calendar: Calendar;
  /** The compiled template that `name@range` means. */
  readonly find?: (reference: string) => TemplateName | undefined;
  /** Conditions of the tallies that count its cases, as `<project template>/<tally>` → text. */
  readonly countedBy?: Raw;
  /** Fields that other templates hand to it or take from it. */
  readonly handed?: Iterable<string>;
}
interface Inline {
  readonly id: string;
  readonly raw: Raw;
  readonly plan: Plan;
  readonly handover: Handover;
}
/** Until a template that is named is found its hash is empty; the checker says so. */
const missing = (reference: string): TemplateName => {
  const [name = '', version = ''] = reference.replace(/^base\//, '').split('@');
  return { name, version, hash: '' };
};

/** Turns a written template into the engine's form, and each inline escalation into a template `<name>.<id>` after it. */
export function compileAll(raw: Raw, surroundings: Surroundings): [Template, ...Template[]] {
  const { law, calendar } = surroundings;
  const params = mapped(raw['params'], (_, one) => one['default'] as Json);
  const plan: Plan = {
    items: [...itemsOf(raw, { params })],
    forms: formsOf(raw['forms']),
    decisions: decisionsOf(raw['decisions']),
    letters: lettersOf(raw['letters']),
    ends: { complete: sentries(raw['complete']), exit: sentries(raw['exit']) },
  };
  const known = fieldsOf(raw['data'], new Set());
  const inlines = Object.entries(mapIn(raw['escalations'])).flatMap(([id, one]): Inline[] => {
    if (mapIn(one)['template'] !== undefined) return [];
    const inner = inlinePlan(mapIn(one), plan, params);
    const handover = handoverOf(
      mapIn(one),
      inferredHandover(inner, (path) => Object.hasOwn(known, path)),
    );
    return [{ id, raw: mapIn(one), plan: inner, handover }];
  });
  const body = bodyOf(raw, plan, params, surroundings);
  const escalations = escalationsOf(raw, inlines, surroundings);
  const needed = neededIn({ ...body, escalations }, inlines, surroundings);
  const fields = fieldsOf(raw['data'], needed);
  const children = inlines.map((one) => finish(inlineBody(one, { ...body, fields }), law, calendar));
  const named = Object.entries(escalations).map(([id, one]): [string, Escalation] => {
    const index = inlines.findIndex((inline) => inline.id === id);
    return [id, index < 0 ? one : { ...one, template: nameOf(children[index]!) }];
  });
  return [finish({ ...body, fields, escalations: Object.fromEntries(named) }, law, calendar), ...children];
}

/** The template alone, without what its inline escalations are compiled to. */
export const compileTemplate = (raw: Raw, surroundings: Surroundings): Template => compileAll(raw, surroundings)[0];

const nameOf = ({ name, version, hash }: Template): TemplateName => ({ name, version, hash });

function bodyOf(raw: Raw, plan: Plan, params: Template['params'], { countedBy }: Surroundings): Body {
  const { ends, ...parts } = plan;
  return tidy<Body>({
    dsl: 'thuisreis/1',
    kind: raw['kind'] as Body['kind'],
    name: String(raw['name']),
    version: String(raw['version']),
    title: textOf(raw['title']),
    within: textIn(raw['within']),
    publish: names(raw['publish']) ?? [],
    params,
    law: {},
    fields: {},
    ...parts,
    escalations: {},
    tallies: mapped(raw['tallies'], tallyOf),
    countedBy: Object.fromEntries(
      Object.entries(countedBy ?? {}).map(([id, where]): [string, Expression] => [id, expression(where)]),
    ),
    ...ends,
  });
}
const tallyOf = (id: string, { of, where, among, freeze }: Raw): Tally =>
  tidy<Tally>({ id, of: String(of), where: expression(where), among: textIn(among), freeze: textIn(freeze) });

const escalationsOf = (raw: Raw, inlines: readonly Inline[], { find }: Surroundings): Record<string, Escalation> =>
  mapped(raw['escalations'], (id, one) => {
    const reference = textIn(one['template']) ?? '';
    const handover = handoverOf(one, inlines.find((inline) => inline.id === id)?.handover);
    const position = Object.keys(mapIn(raw['escalations'])).indexOf(id);
    return escalationOf(id, position, one, find?.(reference) ?? missing(reference), handover);
  });

/** The fields whose values the case must hold: what it or its inline escalations read, and what nothing else keeps. */
function neededIn(body: Body, inlines: readonly Inline[], { handed }: Surroundings): Set<string> {
  const isInline = ({ id }: Escalation): boolean => inlines.some((one) => one.id === id);
  const all = Object.values(body.escalations);
  // What an inline escalation only shares or shows is handed over as the reference that it is.
  const escalations = all.map((one) => (isInline(one) ? { ...one, in: {} } : one));
  const parts = [body.items, body.forms, body.decisions, body.countedBy, body.complete, body.exit, escalations];
  const read = readIn([...parts, ...inlines.map(({ plan }) => plan)], factKinds);
  const kept = [{ ...body, escalations: all.filter((one) => !isInline(one)) }, ...inlines.map(({ plan }) => plan)];
  return new Set([...read, ...kept.flatMap((one) => [...carried(one)]), ...(handed ?? [])]);
}

function inlineBody({ id, raw: one, plan, handover }: Inline, parent: Body): Body {
  const { ends, ...parts } = plan;
  const used = new Set([...readBy(plan), ...writtenBy(plan), ...askedBy(plan), ...handedTo(handover)]);
  return tidy<Body>({
    ...parent,
    ...parts,
    kind: 'escalation',
    name: `${parent.name}.${id}`,
    title: textOf(one['title']),
    publish: [],
    fields: Object.fromEntries(Object.entries(parent.fields).filter(([path]) => used.has(path))),
    escalations: {},
    tallies: {},
    countedBy: {},
    ...ends,
  });
}
