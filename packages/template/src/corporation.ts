import type { Calendar, Template } from '@thuisreis/engine';
import { compileCalendar } from './calendar.js';
import { findingOf } from './check/finding-of.js';
import { grammar } from './check/grammar.js';
import type { Report } from './check/report.js';
import { walk } from './check/walk.js';
import { NoExpression } from './expression.js';
import type { Finding } from './finding.js';
import { readCorporation, readLaw, type Corporation } from './house.js';
import { plain } from './layers/merge.js';
import { entryOf, highest, isTemplate, Library, readReference, type Entry, type House } from './library.js';
import { readYaml } from './read/read.js';

export interface CompiledCorporation {
  readonly corporation: Corporation;
  /** Every version in reach, each named by its hash, with the corporation's calendar beside it. */
  readonly templates: readonly Template[];
  /** Hashes of those that stand in the corporation's own folder. */
  readonly own: ReadonlySet<string>;
  readonly calendar: Calendar;
  readonly findings: readonly Finding[];
}
export type Files = ReadonlyMap<string, string>;

/** A file that everything else needs; without it nothing can be said. */
function need(files: Files, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${path} is missing`);
  return text;
}

/** The readable templates among the files, and what keeps others from being read. */
function readAll(files: readonly (readonly [string, string])[]): { library: Library; findings: Finding[] } {
  const readings = files.map(([path, text]) => ({ path, reading: readYaml(path, text) }));
  const entries = readings.flatMap(({ path, reading }) =>
    'source' in reading ? [entryOf(path.startsWith('base/') ? 'base' : 'own', reading.source)] : [],
  );
  const findings = readings.flatMap(({ reading }) => ('finding' in reading ? [reading.finding] : []));
  return { library: new Library(entries.filter(isTemplate)), findings };
}

/** The compiled template, or every departure of the flat template from the grammar. */
function compileEntry(library: Library, entry: Entry, house: House): readonly Template[] | readonly Finding[] {
  const written = library.flat(entry);
  if (!written) return [findingOf(plain(entry.source), notFound(String(entry.raw['extends']), ['extends']))];
  const reports = walk(written.raw, grammar['template']!);
  if (reports.length > 0) return reports.map((report) => findingOf(written, report));
  try {
    const templates = library.compile(entry, house);
    const lost = Object.values(templates[0]?.escalations ?? {}).filter(({ template }) => template.hash === '');
    if (lost.length === 0) return templates;
    return lost.map(({ id, template: { name } }) =>
      findingOf(written, notFound(name, ['escalations', id, 'template'])),
    );
  } catch (error) {
    return [unread(entry, error)];
  }
}
const notFound = (name: string, path: Report['path']): Report => ({ code: 'T-D14', path, params: { name } });

/** A condition that cannot be read is said of the file; the checker knows its line. */
function unread({ source }: Entry, error: unknown): Finding {
  if (!(error instanceof NoExpression)) throw error;
  return findingOf(plain(source), { code: error.code, path: [], params: { name: error.params.name ?? '' } });
}

/**
 * Compiles all that one corporation can start: its own templates and the base's.
 * `files` holds everything below the configuration folder, by path relative to it.
 */
export function compileCorporation(files: Files, slug: string): CompiledCorporation {
  const folder = `corporations/${slug}`;
  const paper = `${folder}/corporation.yaml`;
  const corporation = readCorporation(paper, need(files, paper));
  const statute = `law/${corporation.calendar.country.toLowerCase()}.yaml`;
  const law = readLaw(statute, need(files, statute));
  const { zone, calendar: settings } = corporation;
  const calendar = compileCalendar({ zone, workingDays: settings.workingDays, closed: settings.closed }, law.holidays);
  const paths = [...files]
    .filter(([path]) => path.endsWith('.yaml') && (path.startsWith('base/') || path.startsWith(`${folder}/`)))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const { library, findings } = readAll(paths);
  const templates: Template[] = [];
  const own = new Set<string>();
  for (const entry of library.entries)
    for (const one of compileEntry(library, entry, { law, calendar }))
      if ('code' in one) findings.push(one);
      else {
        templates.push(one);
        if (entry.space === 'own') own.add(one.hash);
      }
  return { corporation, templates, own, calendar, findings };
}

/**
 * The template a corporation starts under this name: the highest version in its range. `base/<name>` is the base's; a
 * bare name is the corporation's own, or the base's where it has none of its own.
 */
export function templateFor({ corporation, templates, own }: CompiledCorporation, name: string): Template | undefined {
  const { space, name: wanted, range } = readReference(corporation.templates[name] ?? '');
  const named = templates.filter((template) => template.name === wanted);
  const ours = named.filter(({ hash }) => own.has(hash));
  const candidates = space === 'own' && ours.length > 0 ? ours : named.filter(({ hash }) => !own.has(hash));
  const version = highest(
    candidates.map((template) => template.version),
    range,
  );
  return candidates.find((template) => template.version === version);
}
