import { grounds } from './grammar-parts.js';
import { either, fields, items, LENGTH, mapOf, object, STRING, TEXT, type Shape } from './shape-kinds.js';

const dsl: Shape = { oneOf: ['thuisreis/1'] };
const days: Shape = { oneOf: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] };
const free = mapOf('any', 'free');
const partner = object(
  {
    title: TEXT,
    organisation: STRING,
    areas: items(STRING),
    profile: STRING,
    receives: mapOf(items(STRING), 'free'),
  },
  ['title', 'organisation', 'receives'],
);

/** §12: `corporation.yaml`. */
export const corporation: Shape = object(
  {
    dsl,
    kind: { oneOf: ['corporation'] },
    slug: STRING,
    title: TEXT,
    languages: items(STRING),
    zone: STRING,
    calendar: object({ country: STRING, workingDays: items(days), closed: items(STRING) }, ['country', 'workingDays']),
    roles: mapOf(object({ title: TEXT, profile: STRING }, ['title', 'profile'])),
    purposes: mapOf(object({ title: TEXT, ground: grounds }, ['title', 'ground'])),
    partners: mapOf(partner),
    ...fields(mapOf(free), 'pools', 'connectors'),
    templates: mapOf('reference'),
    retention: mapOf(LENGTH, 'free'),
    ...fields(free, 'branding', 'signIn'),
  },
  'dsl kind slug title languages zone calendar roles purposes partners templates'.split(' '),
);

const legalValue = object(
  {
    type: { oneOf: ['integer', 'number', 'money', 'duration', 'boolean'] },
    title: TEXT,
    source: STRING,
    reviewed: either('boolean', STRING),
    from: mapOf('value', 'free'),
  },
  ['type', 'title', 'source', 'reviewed', 'from'],
);
/** §12: the law of one country. */
export const law: Shape = object(
  {
    dsl,
    kind: { oneOf: ['law'] },
    country: STRING,
    values: mapOf(legalValue),
    holidays: items(object({ title: TEXT, date: STRING, rule: STRING }, ['title'], { exactlyOne: ['date', 'rule'] })),
  },
  ['dsl', 'kind', 'country', 'values', 'holidays'],
);
