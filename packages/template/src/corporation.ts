import type { Calendar, Template } from '@thuisreis/engine';
import { maxSatisfying } from 'semver';
import { compileCalendar } from './calendar.js';
import { compileTemplate } from './compile.js';
import { NoExpression } from './expression.js';
import type { Finding } from './finding.js';
import { readYaml, type Source } from './read.js';
import {
  corporationSchema,
  lawSchema,
  templateSchema,
  type Corporation,
  type Law,
  type WrittenTemplate,
} from './schema.js';
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

type Judged =
  { readonly written: WrittenTemplate; readonly source: Source } | { readonly findings: readonly Finding[] };
function judge(path: string, text: string): Judged | undefined {
  const reading = readYaml(path, text);
  if ('finding' in reading) return { findings: [reading.finding] };
  const { kind } = (reading.source.value ?? {}) as { kind?: unknown };
  if (!['household', 'project', 'escalation'].includes(String(kind))) return undefined;
  const shape = shapeOf(templateSchema, reading.source);
  return 'findings' in shape ? shape : { written: shape.value, source: reading.source };
}

function compileOne(
  judged: { written: WrittenTemplate; source: Source },
  law: Law,
  calendar: Calendar,
): Template | Finding {
  try {
    return compileTemplate(judged.written, law, calendar);
  } catch (error) {
    if (!(error instanceof NoExpression)) throw error;
    const message = {
      nl: `Deze voorwaarde kan niet gelezen worden (${error.params.name ?? ''}).`,
      en: `This condition cannot be read (${error.params.name ?? ''}).`,
    };
    return { code: error.code, severity: 'error', file: judged.source.file, line: 1, column: 1, path: '', message };
  }
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
  const paths = [...files.keys()].filter(
    (path) => path.endsWith('.yaml') && (path.startsWith('base/') || path.startsWith(`${folder}/`)),
  );
  const templates: Template[] = [];
  const findings: Finding[] = [];
  for (const path of paths.sort()) {
    const judged = judge(path, files.get(path)!);
    if (!judged) continue;
    if ('findings' in judged) findings.push(...judged.findings);
    else {
      const answer = compileOne(judged, law, calendar);
      if ('hash' in answer) templates.push(answer);
      else findings.push(answer);
    }
  }
  return { corporation, templates, calendar, findings };
}

/** The template a corporation starts under this name: the highest version in its range. */
export function templateFor({ corporation, templates }: CompiledCorporation, name: string): Template | undefined {
  const [wanted = '', range = '*'] = (corporation.templates[name] ?? '').replace(/^base\//, '').split('@');
  const named = templates.filter((template) => template.name === wanted);
  const version = maxSatisfying(
    named.map((template) => template.version),
    range,
  );
  return named.find((template) => template.version === version);
}
