import { lettersIn, mergesIn } from '../check/letters.js';
import type { Model } from '../check/model.js';
import { meant, type Report } from '../check/report.js';

/** What a letter merges stands in its `fields`, so that it is clear what leaves the house. */
export function w03(model: Model): Report[] {
  return lettersIn(model).flatMap(({ path, fields, texts }) =>
    texts.flatMap(({ file, text }) =>
      mergesIn(text)
        .filter(({ name }) => !fields.includes(name))
        .map(({ name, line, column }): Report => {
          const { hint } = meant(name, fields);
          return { code: 'T-W03', path, params: { name, hint }, elsewhere: { file, line, column } };
        }),
    ),
  );
}
