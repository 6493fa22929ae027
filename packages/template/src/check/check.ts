import { findingWords, type FindingCode, type Words } from '@thuisreis/words';
import type { Calendar } from '@thuisreis/engine';
import { compileTemplate } from '../compile/template.js';
import type { Corporation, Law } from '../schema.js';
import { readYaml, type Source } from '../read.js';
import { rules } from '../rules/index.js';
import type { Finding } from '../finding.js';
import type { CheckedFile, CheckFinding } from './answer.js';
import { withoutConsequences } from './consequences.js';
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
  if ('finding' in reading) return { file, template: null, findings: [unread(reading.finding)] };
  const { source } = reading;
  const isOverlay = mapIn(source.value)['extends'] !== undefined;
  const shape = walk(source.value, grammar['template']!).filter(({ code }) => !isOverlay || !missing.has(code));
  const reports = isOverlay ? shape : [...shape, ...judge(source, against)];
  const findings = withoutConsequences(reports).map((report) => findingOf(source, report));
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  return { file, template: hasErrors ? null : identity(source, against), findings };
}

const unread = (finding: Finding): CheckFinding => {
  const { repair } = findingWords[finding.code as FindingCode];
  return { ...finding, trace: [], repair: { ...repair, edits: [] } };
};

/** A rule that falls over says so, and leaves the others their say. */
function judge(source: Source, against: Against): Report[] {
  const model = modelOf(source.value, against);
  return Object.entries(rules).flatMap(([code, rule]) => {
    try {
      return rule(model);
    } catch {
      return [{ code: code as FindingCode, path: [], sentence: notJudged(code) }];
    }
  });
}
/** What could not be judged is never fine: it stands as an error of the rule that fell over. */
const notJudged = (code: string): Words => ({
  nl: `De regel ${code} kon dit bestand niet beoordelen.`,
  en: `The rule ${code} could not judge this file.`,
});

/** The hash of a template does not depend on the calendar that its cases will count by. */
const NO_CALENDAR: Calendar = { hash: '', zone: '', workingDays: [], holidays: [], closed: [], offsets: [], until: '' };

/** Name and hash of what compiles. */
function identity(source: Source, { law }: Against): CheckedFile['template'] {
  const { kind, name, version, hash } = compileTemplate(mapIn(source.value), { law, calendar: NO_CALENDAR });
  return { kind, name, version, hash };
}
