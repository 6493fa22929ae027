import type { Words } from '@thuisreis/words';
import type { Path, Report } from './report.js';
import type { KeyKind, Scalar } from './shape-kinds.js';

const ID = /^[a-z][A-Za-z0-9]*$/;
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
/** No id at all: what the expressions reserve. */
const reserved = words(
  'in true false null as break const continue else for function if import let loop package namespace return var void while',
);
/** No group or item: what a condition reads as something else. */
const taken = words('project parent case params law tally outcome count milestone date has size days workdays');

export const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const wrong = (path: Path, nl: string, en: string): Report[] => [
  { code: 'T-Y06', path, params: { name: String(path.at(-1) ?? ''), expected: { nl, en } } },
];

export function badId(key: string, kind: KeyKind, path: Path): Report[] {
  if (kind === 'free') return [];
  const isGood = ID.test(key) && !reserved.has(key) && !(kind === 'name' && taken.has(key));
  return isGood ? [] : [{ code: 'T-Y08', path, params: { name: key } }];
}

const LENGTH =
  /^(P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?|(params|law)\.[A-Za-z0-9]+|(days|workdays)\(.+\))$/s;
const patterns: Partial<Record<Scalar, RegExp>> = {
  length: LENGTH,
  event: /^[A-Za-z][A-Za-z0-9]*\.[A-Za-z][A-Za-z0-9]*$/,
  reference: /^(base\/)?[A-Za-z][A-Za-z0-9]*@\S.*$/,
  baseReference: /^base\/[A-Za-z][A-Za-z0-9]*@\S.*$/,
  recipient: /^(tenant|coTenants|partner:[A-Za-z0-9]+)$/,
  version: /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/,
};
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

function fits(value: unknown, shape: Scalar): boolean {
  switch (shape) {
    case 'any':
      return true;
    case 'value':
      return isScalar(value) || (Array.isArray(value) && value.every(isScalar));
    case 'expression':
      return isScalar(value);
    case 'condition':
      return typeof value === 'string' || typeof value === 'boolean';
    case 'count':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case 'text':
      return isMap(value) && Object.values(value).every((one) => typeof one === 'string');
    case 'string':
    case 'boolean':
    case 'number':
      return typeof value === shape;
    default:
      return typeof value === 'string' && (patterns[shape]?.test(value) ?? true);
  }
}

export function scalar(value: unknown, shape: Scalar, path: Path): Report[] {
  if (shape === 'id' && typeof value === 'string') return badId(value, 'id', path);
  const { nl, en } = expected[shape];
  return fits(value, shape) ? [] : wrong(path, nl, en);
}

const expected: Readonly<Record<Scalar, Words>> = {
  any: { nl: 'iets', en: 'something' },
  value: { nl: 'een waarde', en: 'a value' },
  string: { nl: 'een tekst', en: 'a text' },
  boolean: { nl: 'true of false', en: 'true or false' },
  number: { nl: 'een getal', en: 'a number' },
  count: { nl: 'een heel getal', en: 'a whole number' },
  id: { nl: 'een naam', en: 'an id' },
  text: { nl: 'een tekst per taal', en: 'a text per language' },
  condition: { nl: 'een voorwaarde', en: 'a condition' },
  expression: { nl: 'een waarde of berekening', en: 'a value or expression' },
  length: { nl: 'een lengte als P10D, params.x of law.x', en: 'a length such as P10D, params.x or law.x' },
  event: { nl: 'een gebeurtenis als bezoek.complete', en: 'an event such as visit.complete' },
  reference: { nl: 'een naam met versie als base/project@^1.0', en: 'a name with a version such as base/project@^1.0' },
  baseReference: { nl: 'een basis als base/visit@^1.0', en: 'a base such as base/visit@^1.0' },
  recipient: { nl: 'tenant, coTenants of partner:<soort>', en: 'tenant, coTenants or partner:<kind>' },
  version: { nl: 'een versie als 1.2.0', en: 'a version such as 1.2.0' },
};
