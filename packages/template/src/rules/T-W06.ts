import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { textsIn } from '../check/texts.js';

/** A sentence of more than 25 words is hard to read. */
export function w06(model: Model): Report[] {
  return textsIn(model.raw, [])
    .filter(({ path }) => path.at(-1) === 'help')
    .flatMap(({ text, path }) =>
      Object.entries(text).flatMap(([language, one]) => {
        const most = Math.max(...one.split(/[.!?]/).map((sentence) => sentence.split(/\s+/).filter(Boolean).length));
        const report: Report = { code: 'T-W06', path: [...path, language], params: { name: String(most) } };
        return most > 25 ? [report] : [];
      }),
    );
}
