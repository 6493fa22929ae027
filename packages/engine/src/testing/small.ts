/** Builds small compiled templates for the engine's own tests; an administrator writes YAML instead. */
import { begin, step } from '../index.js';
import type {
  Calendar,
  Escalation,
  Event,
  Expression,
  Facts,
  Field,
  Form,
  Item,
  Origin,
  Sentry,
  State,
  Step,
  Template,
} from '../index.js';

export const calendar: Calendar = {
  hash: 'calendar-1',
  zone: 'Europe/Amsterdam',
  workingDays: [1, 2, 3, 4, 5],
  holidays: [
    '2026-01-01',
    '2026-04-05',
    '2026-04-06',
    '2026-04-27',
    '2026-05-14',
    '2026-05-25',
    '2026-12-25',
    '2026-12-26',
  ],
  closed: ['2026-04-03'],
  offsets: [
    { from: '2025-10-26T01:00:00.000Z', minutes: 60 },
    { from: '2026-03-29T01:00:00.000Z', minutes: 120 },
    { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
  ],
  until: '2036-12-31',
};
export const DAY0 = '2026-01-05T08:00:00.000Z';
export const fact = (path: string): Expression => ['fact', path];
export const is = (left: Expression, value: string | number | boolean): Expression => ['==', left, ['literal', value]];
export const isFact = (path: string, value: string | number | boolean): Expression => is(fact(path), value);
export const not = (expression: Expression): Expression => ['not', expression];
export const on = (...events: string[]): Sentry => ({ on: events });
export const when = (condition: Expression, ...events: string[]): Sentry =>
  events.length ? { on: events, if: condition } : { if: condition };

type Part = Omit<Item, 'id' | 'kind' | 'title'> & { readonly kind?: Item['kind'] };
/** A human task unless `kind` says otherwise. */
export const item = (id: string, part: Part = {}): Item => ({ kind: 'humanTask', ...part, id, title: { en: id } });
export const stage = (id: string, part: Omit<Part, 'kind'> = {}): Item => item(id, { ...part, kind: 'stage' });
export const field = (path: string, type: Field['type'], part: Partial<Field> = {}): Field => ({
  path,
  type,
  label: { en: path },
  purpose: 'renovation',
  sensitivity: 'D1',
  isFact: true,
  ...part,
});
export const oneOf = (path: string, ...values: string[]): Field =>
  field(path, 'enum', { values: values.map((id) => ({ id })) });
export const form = (id: string, ...fields: (string | Form['pages'][number]['fields'][number])[]): Form => ({
  id,
  title: { en: id },
  pages: [
    {
      id: 'page',
      title: { en: id },
      fields: fields.map((each) => (typeof each === 'string' ? { field: each } : each)),
    },
  ],
});
export const escalation = (id: string, part: Partial<Escalation> = {}): Escalation => ({
  id,
  title: { en: id },
  template: { name: id, version: '1.0.0', hash: `hash-${id}` },
  owner: 'director',
  in: {},
  out: {},
  blocks: {},
  maxAge: { iso: 'P180D' },
  max: 1,
  ...part,
});
const byId = <T extends { readonly id: string }>(parts: readonly T[] = []) =>
  Object.fromEntries(parts.map((part) => [part.id, part]));

interface Small extends Partial<Omit<Template, 'fields' | 'forms' | 'escalations' | 'items' | 'decisions'>> {
  readonly items: readonly Item[];
  readonly fields?: readonly Field[];
  readonly forms?: readonly Form[];
  readonly escalations?: readonly Escalation[];
  readonly decisions?: readonly Template['decisions'][string][];
}
export function small({ items, fields = [], forms, escalations, decisions, ...rest }: Small): Template {
  return {
    dsl: 'thuisreis/1',
    kind: 'household',
    name: 'small',
    version: '1.0.0',
    hash: 'hash-small',
    title: { en: 'Small' },
    publish: [],
    params: {},
    law: {},
    letters: {},
    tallies: {},
    countedBy: {},
    calendars: { [calendar.hash]: calendar },
    ...rest,
    items,
    fields: Object.fromEntries(fields.map((each) => [each.path, each])),
    forms: byId(forms),
    escalations: byId(escalations),
    decisions: byId(decisions),
  };
}

/** A case that is walked step by step: each step must be accepted unless `refused` is asked. */
export class Walk {
  last: Extract<Step, { accepted: true }>;
  now = DAY0;
  constructor(
    readonly template: Template,
    facts: Facts = {},
    origin: Partial<Origin> = {},
  ) {
    this.last = accepted(begin(template, facts, [], DAY0, { calendar: calendar.hash, ...origin }));
  }
  get state(): State {
    return this.last.state;
  }
  do(event: Event, now = this.now): this {
    this.now = now;
    this.last = accepted(step(this.template, this.state, event, now));
    return this;
  }
  refused(event: Event, now = this.now): string {
    const done = step(this.template, this.state, event, now);
    return done.accepted ? 'accepted' : (done.refusals[0]?.code ?? 'none');
  }
  submit(
    key: string,
    values: Extract<Event, { type: 'submit' }>['values'] = {},
    part: { readonly outcome?: string; readonly happenedOn?: string; readonly by?: string } = {},
  ): this {
    return this.do({ type: 'submit', item: key, values, by: 'member-1', ...part });
  }
  at(now: string): this {
    this.now = now;
    return this;
  }
  effects(): readonly string[] {
    return this.last.effects.map(({ type }) => type);
  }
  log(): readonly string[] {
    return this.last.log.map(({ code, item: key }) => (key ? `${key}.${code}` : code));
  }
}
export function accepted(done: Step): Extract<Step, { accepted: true }> {
  if (!done.accepted) throw new Error(JSON.stringify(done.refusals));
  return done;
}
