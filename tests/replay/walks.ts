/** The walks that are recorded and replayed: a small template, and what people do. */
import type { CaseStart } from '@thuisreis/workflows/messages';
import type { Event, Item, Template } from '@thuisreis/engine';

const title = { nl: 'x', en: 'x' };
const stage = (id: string, more: Partial<Item> = {}): Item => ({ id, kind: 'stage', title, ...more });
const task = (id: string, parent: string, more: Partial<Item> = {}): Item => ({
  id,
  kind: 'humanTask',
  parent,
  title,
  required: true,
  role: 'caseManager',
  ...more,
});
const CALENDAR = 'calendar-1';

/** Three stages in a row; the first task warns and is overdue, the last has a letter. Compiled by hand. */
export const small: Template = {
  dsl: 'thuisreis/1',
  kind: 'household',
  name: 'tests/small',
  version: '1',
  hash: 'small-1',
  title,
  publish: [],
  params: {},
  law: {},
  fields: {
    'talk.note': {
      path: 'talk.note',
      type: 'longText',
      label: title,
      purpose: 'p',
      sensitivity: 'D3',
      isFact: false,
      optional: true,
    },
    'talk.agreed': {
      path: 'talk.agreed',
      type: 'boolean',
      label: title,
      purpose: 'p',
      sensitivity: 'D2',
      isFact: true,
      optional: true,
    },
  },
  forms: {
    talk: {
      id: 'talk',
      title,
      pages: [
        {
          id: 'page',
          title,
          fields: [
            { field: 'talk.agreed', optional: true },
            { field: 'talk.note', optional: true },
          ],
        },
      ],
    },
  },
  decisions: {},
  letters: {},
  items: [
    stage('first'),
    task('talk', 'first', { form: 'talk', due: { after: { iso: 'P10D' }, warn: { iso: 'P2D' } } }),
    stage('second', { entry: [{ on: ['first.complete'] }], exit: [{ on: ['done.complete'] }] }),
    task('works', 'second', { required: false, repeat: { max: 1000 } }),
    task('done', 'second'),
    stage('third', { entry: [{ on: ['done.complete'] }] }),
    task('goodbye', 'third'),
  ],
  escalations: {},
  tallies: {},
  countedBy: {},
  calendars: {
    [CALENDAR]: {
      hash: CALENDAR,
      zone: 'Europe/Amsterdam',
      workingDays: [1, 2, 3, 4, 5],
      holidays: [],
      closed: [],
      offsets: [{ from: '2020-01-01T00:00:00.000Z', minutes: 60 }],
      until: '2040-12-31',
    },
  },
};

const BY = '00000000-0000-4000-8000-000000000001';
export const submit = (
  item: string,
  values: { readonly [path: string]: boolean | { readonly answer: string } } = {},
): Event => ({
  type: 'submit',
  by: BY,
  item,
  values,
});
/** `timeScale`: real seconds that stand for one process second. */
export function startOf(id: string, now: string, timeScale?: number): CaseStart {
  const origin = timeScale === undefined ? { calendar: CALENDAR } : { calendar: CALENDAR, timeScale };
  return {
    corporation: 'c1',
    case: id,
    template: { name: small.name, version: small.version, hash: small.hash },
    facts: {},
    history: [],
    now,
    origin,
  };
}
