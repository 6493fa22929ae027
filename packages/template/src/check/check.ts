import type { FindingCode } from '@thuisreis/words';
import type { Calendar } from '@thuisreis/engine';
import { compileTemplate } from '../compile/template.js';
import type { Corporation, Law } from '../schema.js';
import { readYaml, type Source } from '../read.js';
import { rules } from '../rules/index.js';
import type { CheckedFile } from './answer.js';
import { findingOf } from './finding-of.js';
import { grammar } from './grammar.js';
import { modelOf } from './model.js';
import { mapIn, type Raw } from './raw.js';
import type { Report } from './report.js';
import { walk } from './walk.js';

/** All that a template is judged against. `templates` are the readable others, as `base/<name>` or `<name>`. */
export interface Against {
  readonly corporation: Corporation;
  readonly law: Law;
  readonly templates: ReadonlyMap<string, Raw>;
}
const missing = new Set(['T-Y07', 'T-W02', 'T-P01']);

/** Judges one template: every finding with its place, its words and, where it is sure, its repair. Pure. */
export function checkTemplate(file: string, text: string, against: Against): CheckedFile {
  const reading = readYaml(file, text);
  if ('finding' in reading)
    return { file, template: null, findings: [{ ...reading.finding, trace: [], repair: null }] };
  const { source } = reading;
  const isOverlay = mapIn(source.value)['extends'] !== undefined;
  const shape = walk(source.value, grammar['template']!).filter(({ code }) => !isOverlay || !missing.has(code));
  const reports = isOverlay ? shape : [...shape, ...judge(source, against)];
  const findings = unique(withoutConsequences(reports)).map((report) => findingOf(source, report));
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  return { file, template: hasErrors ? null : identity(source, against), findings };
}

/** A rule that falls over says so, and leaves the others their say. */
function judge(source: Source, against: Against): Report[] {
  const model = modelOf(source.value, against);
  return Object.entries(rules).flatMap(([code, rule]) => {
    try {
      return rule(model);
    } catch {
      return [{ code: code as FindingCode, path: [], params: { name: `${code} (?)` } }];
    }
  });
}

const consequences = new Set<string>(['T-D04', 'T-D05', 'T-D11', 'T-C07', 'T-S05']);
/** A mistyped key, form or table leaves others unread or unwritten: only the slip itself is said. */
function withoutConsequences(reports: readonly Report[]): readonly Report[] {
  const isCause = ({ code, path }: Report): boolean =>
    code === 'T-Y03' || (code === 'T-D02' && ['form', 'decision'].includes(String(path.at(-1))));
  return reports.some(isCause) ? reports.filter(({ code }) => !consequences.has(code)) : reports;
}

function unique(reports: readonly Report[]): Report[] {
  const key = ({ code, path, params }: Report): string => JSON.stringify([code, path, params]);
  return [...new Map(reports.map((report) => [key(report), report])).values()];
}

/** The hash of a template does not depend on the calendar that its cases will count by. */
const NO_CALENDAR: Calendar = { hash: '', zone: '', workingDays: [], holidays: [], closed: [], offsets: [], until: '' };

/** Name and hash of what compiles. */
function identity(source: Source, { law }: Against): CheckedFile['template'] {
  const { kind, name, version, hash } = compileTemplate(mapIn(source.value), { law, calendar: NO_CALENDAR });
  return { kind, name, version, hash };
}
