import { findingWords } from '@thuisreis/words';
import type { Path, Report } from './report.js';

const followed = new Set<string>(['T-D04', 'T-D05', 'T-D10', 'T-D11', 'T-C07', 'T-S05']);

/** What only follows from another finding is left out, and nothing is said twice. */
export function withoutConsequences(reports: readonly Report[]): Report[] {
  const isSlip = reports.some(isCause);
  const covering = reports.filter(({ code }) => isCovering.has(code));
  const near = new Set(reports.flatMap(({ code, instead }) => (misnamed.has(code) && instead ? [instead.new] : [])));
  const best = bestRanks(reports);
  const own = unique(
    reports.filter(
      (one) =>
        !(isSlip && followed.has(one.code)) &&
        !covering.some((cause) => covers(cause, one)) &&
        !followsSlip(one, near, reports) &&
        rankOf(one.code) <= (best.get(one.path.join('.')) ?? Infinity),
    ),
  );
  return own.some(isErrorOfTemplate) ? own.filter(({ code }) => code !== 'T-T01') : own;
}
/** What a scenario of a template with errors does says nothing yet. */
const isErrorOfTemplate = ({ code }: Report): boolean => code !== 'T-T01' && findingWords[code].severity === 'error';

/** Codes beside which nothing else is said of the same place. */
const isCovering = new Set<string>(['T-Y06', 'T-Y10', 'T-Y11', 'T-L02', 'T-L03']);
function covers(cause: Report, { code, path }: Report): boolean {
  if (code === cause.code || code.startsWith('T-L') || code === 'T-Y11') return false;
  // A condition that YAML has torn leaves a key beside it that nobody wrote.
  if (cause.code === 'T-Y11' && code === 'T-Y03') return isAt(cause.path.slice(0, -1), path);
  if (code.startsWith('T-Y') && cause.code === 'T-Y06') return false;
  return isAt(cause.code === 'T-L03' ? cause.path.slice(0, -1) : cause.path, path);
}
/** At this place or inside it. */
const isAt = (place: Path, path: Path): boolean => place.every((step, index) => path[index] === step);

const naming = new Set(['form', 'decision', 'letter']);
/** A mistyped key, form, table or letter leaves others unread or unwritten: only the slip itself is said. */
const isCause = ({ code, path }: Report): boolean =>
  code === 'T-Y03' || code === 'T-D15' || (code === 'T-D02' && naming.has(String(path.at(-1))));

const misnamed = new Set<string>(['T-D02', 'T-D03', 'T-D17', 'T-E02', 'T-W03']);
/** Whether a report is about the very thing that a slip of the pen elsewhere meant to name. */
function followsSlip({ code, params }: Report, near: ReadonlySet<string>, reports: readonly Report[]): boolean {
  const name = String(params?.['name'] ?? '');
  if (code === 'T-S07') return near.has('ended');
  if (code === 'T-S05') return reports.some((one) => one.code === 'T-D03');
  const isUnheard = (one: Report): boolean =>
    one.code === 'T-D06' && String(one.params?.['name']).startsWith(`${name}.`);
  if (code === 'T-S06') return near.has(name) || reports.some(isUnheard);
  return followed.has(code) && near.has(name);
}

/** Of one expression the names come first, then the types, then what it means. */
const ranks: readonly (readonly string[])[] = [
  ['T-D02', 'T-D03', 'T-D09', 'T-D17', 'T-E01', 'T-E02', 'T-E05', 'T-E08', 'T-P09'],
  ['T-E03', 'T-E04'],
  ['T-E06', 'T-E07'],
  ['T-D10', 'T-E09', 'T-D11'],
];
function rankOf(code: string): number {
  const rank = ranks.findIndex((codes) => codes.includes(code));
  return rank < 0 ? -1 : rank;
}
function bestRanks(reports: readonly Report[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const { code, path } of reports) {
    const [place, rank] = [path.join('.'), rankOf(code)];
    if (rank >= 0 && rank < 3) best.set(place, Math.min(rank, best.get(place) ?? rank));
  }
  return best;
}

function unique(reports: readonly Report[]): Report[] {
  const key = ({ code, path, params, elsewhere }: Report): string => JSON.stringify([code, path, params, elsewhere]);
  return [...new Map(reports.map((report) => [key(report), report])).values()];
}
