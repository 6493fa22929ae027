import { z } from 'zod';

/** The written form of a template, as template authors type it; `compile` turns it into the engine's form. */
const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const text = z.record(z.string(), z.string());
const condition = z.union([z.string(), z.boolean()]);
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
const named = z.union([z.array(id), z.record(id, text)]);
const sentry = z.strictObject({ on: z.union([z.string(), z.array(z.string())]).optional(), if: condition.optional() });
const sentries = z.array(sentry);
const days = z.enum(['calendarDays', 'workingDays']);
const moment = {
  after: z.string().optional(),
  at: z.string().optional(),
  from: z.string().optional(),
  in: days.optional(),
  statutory: z.boolean().optional(),
};

const field = z.strictObject({
  type: z.enum([
    'boolean',
    'integer',
    'number',
    'enum',
    'multiEnum',
    'date',
    'text',
    'longText',
    'money',
    'phone',
    'email',
    'address',
    'file',
    'photo',
    'signature',
    'scale',
    'reference',
  ]),
  label: text,
  help: text.optional(),
  purpose: z.string(),
  sensitivity: z.enum(['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7']),
  values: named.optional(),
  min: z.union([z.number(), z.string()]).optional(),
  max: z.union([z.number(), z.string()]).optional(),
  to: z.enum(['dwelling', 'person', 'partner']).optional(),
  default: value.optional(),
  optional: z.boolean().optional(),
  mayDecline: z.boolean().optional(),
  given: z.boolean().optional(),
  withdrawn: value.optional(),
  ground: z.string().optional(),
  retention: z.string().optional(),
  locked: z.boolean().optional(),
  formerly: z.string().optional(),
});
const entry = z.union([
  z.string(),
  z.strictObject({
    field: z.string(),
    optional: z.boolean().optional(),
    readOnly: z.boolean().optional(),
    visibleIf: condition.optional(),
  }),
]);
const page = z.strictObject({ title: text, visibleIf: condition.optional(), fields: z.array(entry) });
const form = z.strictObject({
  title: text,
  wave: z.enum(['before', 'during', 'after']).optional(),
  fields: z.array(entry).optional(),
  pages: z.record(id, page).optional(),
});
const item = {
  title: text,
  help: text.optional(),
  entry: sentries.optional(),
  exit: sentries.optional(),
  required: condition.optional(),
  repeat: z
    .strictObject({ while: condition.optional(), max: z.union([z.number(), z.string()]), every: z.string().optional() })
    .optional(),
  due: z.strictObject({ ...moment, warn: z.string().optional() }).optional(),
  manualActivation: z.boolean().optional(),
  role: z.string().optional(),
  audience: z.array(z.string()).optional(),
  locked: z.boolean().optional(),
  formerly: z.string().optional(),
};
const task = z.strictObject({
  ...item,
  ...moment,
  kind: z.enum(['humanTask', 'timer']),
  form: id.optional(),
  outcomes: named.optional(),
  notBy: z.array(id).optional(),
  skip: z.array(z.string()).optional(),
});
const milestone = z.strictObject({
  title: text,
  help: text.optional(),
  entry: sentries,
  required: condition.optional(),
  due: item.due,
  locked: z.boolean().optional(),
  formerly: z.string().optional(),
});
const stageContent = z.strictObject({
  ...item,
  complete: sentries.optional(),
  tasks: z.record(id, task).optional(),
  milestones: z.record(id, milestone).optional(),
});
export interface WrittenStage extends z.infer<typeof stageContent> {
  readonly stages?: Record<string, WrittenStage> | undefined;
}
const stage: z.ZodType<WrittenStage> = stageContent.extend({ stages: z.lazy(() => z.record(id, stage)).optional() });
const param = z.strictObject({
  type: z.enum(['duration', 'integer', 'number', 'boolean', 'enum']),
  default: value,
  min: value.optional(),
  max: value.optional(),
  values: named.optional(),
  locked: z.boolean().optional(),
  title: text,
});

export const templateSchema = z.strictObject({
  dsl: z.literal('thuisreis/1'),
  kind: z.enum(['household', 'project', 'escalation']),
  name: id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: text,
  within: z.string().optional(),
  publish: z.array(z.string()).optional(),
  params: z.record(id, param).optional(),
  data: z.record(id, z.record(id, field)).optional(),
  forms: z.record(id, form).optional(),
  stages: z.record(id, stage).optional(),
  tasks: z.record(id, task).optional(),
  milestones: z.record(id, milestone).optional(),
  complete: sentries.optional(),
  exit: sentries.optional(),
  tallies: z
    .record(id, z.strictObject({ of: z.string(), where: condition, among: id.optional(), freeze: id.optional() }))
    .optional(),
});
export const corporationSchema = z.strictObject({
  dsl: z.literal('thuisreis/1'),
  kind: z.literal('corporation'),
  slug: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: text,
  languages: z.array(z.string()).min(1),
  zone: z.string(),
  calendar: z.strictObject({
    country: z.string(),
    workingDays: z.array(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])),
    closed: z.array(z.string()),
  }),
  roles: z.record(id, z.strictObject({ title: text, profile: z.string() })),
  purposes: z.record(id, z.strictObject({ title: text, ground: z.string() })),
  partners: z.record(
    id,
    z.strictObject({
      title: text,
      organisation: z.string(),
      areas: z.array(z.string()).optional(),
      profile: z.string().optional(),
      receives: z.record(z.string(), z.array(z.string())),
    }),
  ),
  pools: z.record(id, z.strictObject({ title: text })).optional(),
  connectors: z.record(id, z.strictObject({ title: text })).optional(),
  templates: z.record(id, z.string()),
});
export const lawSchema = z.strictObject({
  dsl: z.literal('thuisreis/1'),
  kind: z.literal('law'),
  country: z.string(),
  values: z.record(
    id,
    z.strictObject({
      type: z.enum(['integer', 'number', 'money', 'duration', 'boolean']),
      title: text,
      source: z.string(),
      reviewed: z.union([z.boolean(), z.string()]),
      from: z.record(z.string(), value),
    }),
  ),
  holidays: z.array(z.strictObject({ title: text, date: z.string().optional(), rule: z.string().optional() })),
});
export type WrittenTemplate = z.infer<typeof templateSchema>;
export type WrittenTask = z.infer<typeof task>;
export type WrittenMilestone = z.infer<typeof milestone>;
export type WrittenField = z.infer<typeof field>;
export type WrittenForm = z.infer<typeof form>;
export type WrittenSentry = z.infer<typeof sentry>;
export type Corporation = z.infer<typeof corporationSchema>;
export type Law = z.infer<typeof lawSchema>;
