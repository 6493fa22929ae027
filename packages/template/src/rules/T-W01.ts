import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { textsOf } from '../check/texts.js';

/** Every text stands in every language the corporation uses. */
export function w01(model: Model): Report[] {
  const { languages } = model.corporation;
  return textsOf(model).flatMap(({ text, path }) =>
    languages
      .filter((language) => text[language] === undefined)
      .map((language): Report => ({ code: 'T-W01', path, params: { name: language } })),
  );
}
