import type { FindingCode, Words } from '@thuisreis/words';
import type { Calendar } from '@thuisreis/engine';
import type { Corporation, Law } from '../house.js';
import { plain } from '../layers/merge.js';
import { entryOf, type Entry, type Library } from '../library.js';
import { readYaml } from '../read/read.js';
import { rules } from '../rules/index.js';
import { d14 } from '../rules/T-D14.js';
import { stillNamed } from '../rules/T-D15.js';
import { t02 } from '../rules/T-T02.js';
import type { CheckedFile } from './answer.js';
import { withoutConsequences } from './consequences.js';
import { inTallies } from './counted.js';
import { findingOf } from './finding-of.js';
import { grammar } from './grammar.js';
import { modelOf, type Letter, type Model } from './model.js';
import type { Report } from './report.js';
import { walk } from './walk.js';

/** All that a template is judged against. */
export interface Against {
  readonly corporation: Corporation;
  readonly law: Law;
  readonly library: Library;
  /** Reads a letter's file; absent where a text is judged by itself. */
  readonly letter?: (file: string) => Letter | undefined;
}
const missing = new Set(['T-Y07', 'T-W02', 'T-P01', 'T-Y12']);

/** Judges one template: every finding with its place, its words and, where it is sure, its repair. Pure. */
export function checkTemplate(file: string, text: string, against: Against): CheckedFile {
  const reading = readYaml(file, text);
  if ('finding' in reading) return { file, template: null, findings: [reading.finding] };
  const { library } = against;
  const entry = library.entries.find(({ source }) => source.file === file && source.text === text);
  return judgeEntry(entry ?? entryOf('own', reading.source), against);
}

function judgeEntry(entry: Entry, against: Against): CheckedFile {
  const { file } = entry.source;
  const flat = against.library.flat(entry);
  const written = flat ?? plain(entry.source);
  const model = modelOf(written, against);
  const shape = walk(written.raw, grammar['template']!);
  // Without its base an overlay says too little to be judged as a whole.
  const reports = flat
    ? [...shape, ...judge(model, isOfBase(entry, against) ? { ...rules, 'T-T02': t02 } : rules)]
    : [...shape.filter(({ code }) => !missing.has(code)), ...d14(model)];
  const findings = withoutConsequences(stillNamed(model, withoutConsequences(reports))).map((report) =>
    findingOf(written, report),
  );
  if (findings.some(({ severity }) => severity === 'error')) return { file, template: null, findings };
  try {
    return { file, template: identity(entry, against), findings };
  } catch {
    const report: Report = { code: 'T-E01', path: [], sentence: notJudged('T-E01') };
    return { file, template: null, findings: [...findings, findingOf(written, report)] };
  }
}

/** Known by its text, because a file may be called by another path than the library knows it by. */
const isOfBase = ({ source }: Entry, { library }: Against): boolean =>
  library.entries.some(({ space, source: { text } }) => space === 'base' && text === source.text);

/** A rule that falls over says so, and leaves the others their say. */
function judge(model: Model, all: typeof rules): Report[] {
  const judges = [...Object.entries(all), ['T-E02', inTallies] as const];
  return judges.flatMap(([code, rule]) => {
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
function identity(entry: Entry, { law, library }: Against): CheckedFile['template'] {
  const [template] = library.compile(entry, { law, calendar: NO_CALENDAR });
  if (!template) return null;
  const { kind, name, version, hash } = template;
  return { kind, name, version, hash };
}
