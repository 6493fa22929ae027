import type {
  Calendar,
  Due,
  Expression,
  Field,
  Form,
  FormEntry,
  Item,
  Json,
  Length,
  Moment,
  Sentry,
  Tally,
  Template,
} from '@thuisreis/engine';
import { nodesOf, parseExpression } from './expression.js';
import { hashOf } from './hash.js';
import type {
  Law,
  WrittenField,
  WrittenForm,
  WrittenMilestone,
  WrittenSentry,
  WrittenStage,
  WrittenTask,
  WrittenTemplate,
} from './schema.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const factTypes = new Set(['boolean', 'integer', 'number', 'money', 'enum', 'multiEnum', 'date', 'scale', 'reference']);

/** Leaves out keys without a value: the compiled form has no `undefined`, because it must survive JSON. */
function tidy<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

const expression = (written: string | boolean): Expression =>
  typeof written === 'boolean' ? ['literal', written] : parseExpression(written);
const optional = (written: string | boolean | undefined) => (written === undefined ? undefined : expression(written));

function length(written: string): Length {
  if (/^P/.test(written)) return { iso: written };
  const [kind, argument] = parseExpression(written);
  if (kind === 'days') return { days: argument as unknown as Expression };
  if (kind === 'workdays') return { workdays: argument as unknown as Expression };
  return { expression: parseExpression(written) };
}

function sentry({ on, if: condition }: WrittenSentry): Sentry {
  return tidy<Sentry>({ on: on === undefined ? undefined : [on].flat(), if: optional(condition) });
}

interface WrittenMoment {
  after?: string | undefined;
  at?: string | undefined;
  from?: string | undefined;
  in?: 'calendarDays' | 'workingDays' | undefined;
  statutory?: boolean | undefined;
  warn?: string | undefined;
}
function moment(written: WrittenMoment): Moment & Due {
  const { after, at, from, in: kind, statutory, warn } = written;
  return tidy<Due>({
    after: after === undefined ? undefined : length(after),
    at: optional(at),
    from,
    in: kind,
    statutory,
    warn: warn === undefined ? undefined : length(warn),
  });
}

const choices = (written: string[] | Record<string, Record<string, string>> | undefined) =>
  written === undefined
    ? undefined
    : Array.isArray(written)
      ? written.map((id) => ({ id }))
      : Object.entries(written).map(([id, label]) => ({ id, label }));

interface Inherited {
  readonly parent?: string;
  readonly role?: string;
  readonly params: Readonly<Record<string, Json>>;
}

function maximum(written: number | string, { params }: Inherited): number {
  return typeof written === 'number' ? written : Number(params[written.replace(/^params\./, '')]);
}

function item(
  id: string,
  written: WrittenStage | WrittenTask | WrittenMilestone,
  kind: Item['kind'],
  inherited: Inherited,
): Item {
  const all = written as Partial<WrittenStage> & Partial<WrittenTask>;
  const { repeat } = all;
  return tidy<Item>({
    id,
    kind,
    parent: inherited.parent,
    title: written.title,
    help: written.help,
    entry: all.entry?.map(sentry),
    exit: all.exit?.map(sentry),
    complete: all.complete?.map(sentry),
    required: typeof all.required === 'string' ? parseExpression(all.required) : all.required,
    manualActivation: all.manualActivation,
    repeat:
      repeat &&
      tidy<NonNullable<Item['repeat']>>({
        while: optional(repeat.while),
        max: maximum(repeat.max, inherited),
        every: repeat.every === undefined ? undefined : length(repeat.every),
      }),
    due: all.due && moment(all.due),
    timer: kind === 'timer' ? moment(all) : undefined,
    role: kind === 'humanTask' ? (all.role ?? inherited.role) : all.role,
    notBy: all.notBy,
    skip: all.skip,
    audience: all.audience,
    form: all.form,
    outcomes: kind === 'humanTask' ? (choices(all.outcomes) ?? [{ id: 'done' }]) : undefined,
    formerly: all.formerly,
  } as { [K in keyof Item]: Item[K] | undefined });
}

type Container = Pick<WrittenStage, 'stages' | 'tasks' | 'milestones'>;
/** The tree laid flat: stages, tasks, milestones in file order, a stage directly followed by what is inside it. */
function* itemsOf(container: Container, inherited: Inherited): Generator<Item> {
  for (const [id, stage] of Object.entries(container.stages ?? {})) {
    yield item(id, stage, 'stage', inherited);
    const role = stage.role ?? inherited.role;
    yield* itemsOf(stage, { ...inherited, parent: id, ...(role === undefined ? {} : { role }) });
  }
  for (const [id, task] of Object.entries(container.tasks ?? {})) yield item(id, task, task.kind, inherited);
  for (const [id, milestone] of Object.entries(container.milestones ?? {}))
    yield item(id, milestone, 'milestone', inherited);
}

function formEntry(written: NonNullable<WrittenForm['fields']>[number]): FormEntry {
  if (typeof written === 'string') return { field: written };
  return tidy<FormEntry>({ ...written, visibleIf: optional(written.visibleIf) });
}

function form(id: string, { title, wave, fields, pages }: WrittenForm): Form {
  const written = pages ?? { page: { title, fields: fields ?? [] } };
  const compiled = Object.entries(written).map(([page, { visibleIf, ...rest }]) =>
    tidy<Form['pages'][number]>({
      id: page,
      title: rest.title,
      visibleIf: optional(visibleIf),
      fields: rest.fields.map(formEntry),
    }),
  );
  return tidy<Form>({ id, title, wave, pages: compiled });
}

/** Every path that some condition or clock reads: only these enter a case. */
function pathsRead(compiled: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(compiled)) {
    if (compiled[0] === 'fact' || compiled[0] === 'has') found.add(String(compiled[1]));
    compiled.forEach((part) => pathsRead(part, found));
  } else if (compiled && typeof compiled === 'object')
    Object.values(compiled).forEach((part) => pathsRead(part, found));
  return found;
}

function field(path: string, written: WrittenField, isRead: boolean): Field {
  const { values, retention: _retention, locked: _locked, ...rest } = written;
  return tidy<Field>({
    path,
    ...rest,
    values: choices(values),
    isFact: isRead && factTypes.has(written.type),
  } as Field);
}

/** Turns a written template into the engine's form, named by the SHA-256 of it. */
export function compileTemplate(written: WrittenTemplate, law: Law, calendar: Calendar): Template {
  const params = Object.fromEntries(
    Object.entries(written.params ?? {}).map(([id, { default: value }]) => [id, value as Json]),
  );
  const items = [...itemsOf(written, { params })];
  const forms = Object.fromEntries(Object.entries(written.forms ?? {}).map(([id, one]) => [id, form(id, one)]));
  const ends = { complete: written.complete?.map(sentry), exit: written.exit?.map(sentry) };
  const read = pathsRead([items, forms, ends]);
  const paths = Object.entries(written.data ?? {}).flatMap(([group, fields]) =>
    Object.entries(fields).map(([name, one]) => [`${group}.${name}`, one] as const),
  );
  const body: Omit<Mutable<Template>, 'hash' | 'calendars'> = {
    dsl: written.dsl,
    kind: written.kind,
    name: written.name,
    version: written.version,
    title: written.title,
    publish: written.publish ?? [],
    params,
    law: compileLaw(law),
    fields: Object.fromEntries(paths.map(([path, one]) => [path, field(path, one, read.has(path))])),
    forms,
    decisions: {},
    letters: {},
    items,
    escalations: {},
    tallies: Object.fromEntries(Object.entries(written.tallies ?? {}).map(([id, one]) => [id, tally(id, one)])),
    countedBy: {},
    ...tidy<{ complete?: readonly Sentry[]; exit?: readonly Sentry[]; within?: string }>({
      ...ends,
      within: written.within,
    }),
  };
  return { ...body, hash: hashOf(body), calendars: { [calendar.hash]: calendar } };
}

function tally(id: string, { where, ...rest }: NonNullable<WrittenTemplate['tallies']>[string]): Tally {
  return tidy<Tally>({ id, ...rest, where: expression(where) });
}

function compileLaw({ values }: Law): Template['law'] {
  const dated = (from: Record<string, unknown>) =>
    Object.entries(from)
      .map(([since, value]) => ({ from: since, value: value as Json }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  return Object.fromEntries(Object.entries(values).map(([id, { from }]) => [id, dated(from)]));
}

/** All facts that the expression reads. */
export const factsOf = (tree: Expression): string[] =>
  [...nodesOf(tree)].flatMap((node) => (node[0] === 'fact' ? [node[1]] : []));
