import { z } from 'zod';

const id = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
const text = z.record(z.string(), z.string());
const value = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

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
export type Corporation = z.infer<typeof corporationSchema>;
export type Law = z.infer<typeof lawSchema>;
