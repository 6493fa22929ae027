import { findingWords } from '@thuisreis/words';
import type { Path, Report } from './report.js';

const followed = new Set<string>(['T-D04', 'T-D05', 'T-D11', 'T-C07', 'T-S05']);

/** What only follows from another finding is left out, and nothing is said twice. */
export function withoutConsequences(reports: readonly Report[]): Report[] {
  const isSlip = reports.some(isCause);
  const causes = reports.filter(({ code }) => isCovering.has(code));
  const own = reports.filter(
    (one) => !(isSlip && followed.has(one.code)) && !causes.some((cause) => covers(cause, one)),
  );
  return unique(own.some(isErrorOfTemplate) ? own.filter(({ code }) => code !== 'T-T01') : own);
}
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
/** A mistyped key, form or table leaves others unread or unwritten: only the slip itself is said. */
const isCause = ({ code, path }: Report): boolean =>
  code === 'T-Y03' || (code === 'T-D02' && ['form', 'decision'].includes(String(path.at(-1))));

/** What a scenario of a template with errors does says nothing yet. */
const isErrorOfTemplate = ({ code }: Report): boolean => code !== 'T-T01' && findingWords[code].severity === 'error';

function unique(reports: readonly Report[]): Report[] {
  const key = ({ code, path, params, elsewhere }: Report): string => JSON.stringify([code, path, params, elsewhere]);
  return [...new Map(reports.map((report) => [key(report), report])).values()];
}
