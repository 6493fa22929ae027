import { findingOf } from './check/finding-of.js';
import { grammar } from './check/grammar.js';
import { walk } from './check/walk.js';
import type { Finding } from './finding.js';
import { plain } from './layers/merge.js';
import { readYaml } from './read/read.js';

type Titles = Readonly<Record<string, string>>;
interface Titled {
  readonly title: Titles;
}
/** What `corporation.yaml` says of one corporation; `house` of the grammar describes it. */
export interface Corporation extends Titled {
  readonly slug: string;
  /** The first is the default. */
  readonly languages: readonly string[];
  /** IANA name. */
  readonly zone: string;
  readonly calendar: {
    readonly country: string;
    readonly workingDays: readonly string[];
    readonly closed: readonly string[];
  };
  readonly roles: Readonly<Record<string, Titled & { readonly profile: string }>>;
  readonly purposes: Readonly<Record<string, Titled & { readonly ground: string }>>;
  readonly partners: Readonly<Record<string, Partner>>;
  readonly pools?: Readonly<Record<string, Titled>>;
  readonly connectors?: Readonly<Record<string, Titled>>;
  /** What projects may start: name → `<name>@<range>` or `base/<name>@<range>`. */
  readonly templates: Readonly<Record<string, string>>;
  readonly retention?: Readonly<Record<string, string>>;
}
export interface Partner extends Titled {
  readonly organisation: string;
  readonly areas?: readonly string[];
  readonly profile?: string;
  /** Purpose → the classes that this partner may receive for it. */
  readonly receives: Readonly<Record<string, readonly string[]>>;
}
/** The dated legal values and recognised holidays of one country. */
export interface Law {
  readonly country: string;
  readonly values: Readonly<Record<string, LegalValue>>;
  readonly holidays: readonly (Titled & { readonly date?: string; readonly rule?: string })[];
}
export interface LegalValue extends Titled {
  readonly type: 'integer' | 'number' | 'money' | 'duration' | 'boolean';
  readonly source: string;
  readonly reviewed: boolean | string;
  readonly from: Readonly<Record<string, unknown>>;
}

const broken = (findings: readonly Finding[]): Error =>
  new Error(findings.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message.en}`).join('\n'));

function readHouse(kind: 'corporation' | 'law', file: string, text: string): unknown {
  const reading = readYaml(file, text);
  if ('finding' in reading) throw broken([reading.finding]);
  const reports = walk(reading.source.value, grammar[kind]!);
  if (reports.length > 0) throw broken(reports.map((report) => findingOf(plain(reading.source), report)));
  return reading.source.value;
}
/** Reads `corporation.yaml`; throws with every departure, because nothing can be judged without it. */
export function readCorporation(file: string, text: string): Corporation {
  const read = readHouse('corporation', file, text) as Corporation;
  return {
    ...read,
    calendar: { ...read.calendar, closed: read.calendar.closed ?? [] },
    roles: named(read.roles),
    purposes: named(read.purposes),
    partners: named(mapValues(read.partners, (one) => ({ ...one, receives: named(one.receives) }))),
  };
}
/** Names come from texts: a partner called `toString` is one that the corporation has, or none. */
const named = <T>(map: Readonly<Record<string, T>> | undefined): Readonly<Record<string, T>> =>
  Object.assign(Object.create(null) as Record<string, T>, map);
const mapValues = <T>(map: Readonly<Record<string, T>> | undefined, make: (one: T) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(map ?? {}).map(([id, one]) => [id, make(one)]));
/** Reads the law of a country; throws with every departure. */
export const readLaw = (file: string, text: string): Law => readHouse('law', file, text) as Law;
