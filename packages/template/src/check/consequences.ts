import type { Report } from './report.js';

const followed = new Set<string>(['T-D04', 'T-D05', 'T-D11', 'T-C07', 'T-S05']);

/** What only follows from another finding is left out, and nothing is said twice. */
export function withoutConsequences(reports: readonly Report[]): Report[] {
  const isSlip = reports.some(isCause);
  return unique(isSlip ? reports.filter(({ code }) => !followed.has(code)) : reports);
}
/** A mistyped key, form or table leaves others unread or unwritten: only the slip itself is said. */
const isCause = ({ code, path }: Report): boolean =>
  code === 'T-Y03' || (code === 'T-D02' && ['form', 'decision'].includes(String(path.at(-1))));

function unique(reports: readonly Report[]): Report[] {
  const key = ({ code, path, params, elsewhere }: Report): string => JSON.stringify([code, path, params, elsewhere]);
  return [...new Map(reports.map((report) => [key(report), report])).values()];
}
