import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { removalsIn } from '../layers/removed.js';

const unknown = new Set<string>(['T-D02', 'T-D03', 'T-D06', 'T-D09', 'T-E02', 'T-M04']);

/** What still names something that the overlay takes away is said once, where the overlay takes it away. */
export function stillNamed({ layers }: Model, reports: readonly Report[]): Report[] {
  if (!layers) return [...reports];
  const removals = removalsIn(layers);
  const causeOf = ({ code, params }: Report) =>
    unknown.has(code) ? removals.find(({ names }) => names.includes(String(params?.['name']))) : undefined;
  return reports.map((report): Report => {
    const cause = causeOf(report);
    return cause
      ? { code: 'T-D15', above: true, path: cause.path, params: { name: String(cause.path.at(-1)) } }
      : report;
  });
}
