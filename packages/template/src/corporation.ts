import type { Calendar, Template } from '@thuisreis/engine';
import { compileCalendar } from './calendar.js';
import { findingOf } from './check/finding-of.js';
import { grammar } from './check/grammar.js';
import { mapIn } from './check/raw.js';
import { walk } from './check/walk.js';
import { NoExpression } from './expression.js';
import type { Finding } from './finding.js';
import { highest, Library, readReference, type Entry } from './library.js';
import { readYaml } from './read.js';
import { corporationSchema, lawSchema, type Corporation } from './schema.js';
import { shapeOf } from './shape.js';

export interface CompiledCorporation {
  readonly corporation: Corporation;
  /** Every version in reach, each named by its hash, with the corporation's calendar beside it. */
  readonly templates: readonly Template[];
  readonly calendar: Calendar;
  readonly findings: readonly Finding[];
}
export type Files = ReadonlyMap<string, string>;

const broken = (findings: readonly Finding[]): Error =>
  new Error(findings.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message.en}`).join('\n'));

/** Reads a file that everything else needs; without it nothing can be said. */
function need<T>(files: Files, path: string, schema: Parameters<typeof shapeOf<T>>[0]): T {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is missing`);
  const reading = readYaml(path, text);
  if ('finding' in reading) throw broken([reading.finding]);
  const shape = shapeOf(schema, reading.source);
  if ('findings' in shape) throw broken(shape.findings);
  return shape.value;
}

type Judged = { readonly entry: Entry } | { readonly findings: readonly Finding[] };
/** A template of the right shape, or its findings; nothing when the file is no template. */
function judge(path: string, text: string): Judged | undefined {
  const reading = readYaml(path, text);
  if ('finding' in reading) return { findings: [reading.finding] };
  const { source } = reading;
  const raw = mapIn(source.value);
  if (!kinds.has(String(raw['kind']))) return undefined;
  const reports = walk(raw, grammar['template']!);
  if (reports.length > 0) return { findings: reports.map((report) => findingOf(source, report)) };
  return { entry: { space: path.startsWith('base/') ? 'base' : 'own', source, raw } };
}
const kinds = new Set(['household', 'project', 'escalation']);

/** A condition that cannot be read is said of the file; the checker knows its line. */
function unread({ source }: Entry, error: unknown): Finding {
  if (!(error instanceof NoExpression)) throw error;
  return findingOf(source, { code: error.code, path: [], params: { name: error.params.name ?? '' } });
}

/**
 * Compiles all that one corporation can start: its own templates and the base's.
 * `files` holds everything below the configuration folder, by path relative to it.
 */
export function compileCorporation(files: Files, slug: string): CompiledCorporation {
  const folder = `corporations/${slug}`;
  const corporation = need(files, `${folder}/corporation.yaml`, corporationSchema);
  const law = need(files, `law/${corporation.calendar.country.toLowerCase()}.yaml`, lawSchema);
  const { zone, calendar: settings } = corporation;
  const calendar = compileCalendar({ zone, workingDays: settings.workingDays, closed: settings.closed }, law.holidays);
  const judged = [...files]
    .filter(([path]) => path.endsWith('.yaml') && (path.startsWith('base/') || path.startsWith(`${folder}/`)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, text]) => judge(path, text) ?? []);
  const library = new Library(judged.flatMap((one) => ('entry' in one ? [one.entry] : [])));
  const findings = judged.flatMap((one) => ('findings' in one ? one.findings : []));
  const templates: Template[] = [];
  for (const entry of library.entries)
    try {
      templates.push(...library.compile(entry, law, calendar));
    } catch (error) {
      findings.push(unread(entry, error));
    }
  return { corporation, templates, calendar, findings };
}

/** The template a corporation starts under this name: the highest version in its range. */
export function templateFor({ corporation, templates }: CompiledCorporation, name: string): Template | undefined {
  const { name: wanted, range } = readReference(corporation.templates[name] ?? '');
  const named = templates.filter((template) => template.name === wanted);
  const version = highest(
    named.map((template) => template.version),
    range,
  );
  return named.find((template) => template.version === version);
}
