import { lettersIn, mergesIn } from '../check/letters.js';
import { canBeUnknown } from '../check/may-lack.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';

/** A letter with a hole in it is not sent to a household. */
export function w04(model: Model): Report[] {
  const [scope] = model.scopes;
  return lettersIn(model).flatMap(({ path, fields, texts }) =>
    texts.flatMap(({ file, text }) =>
      mergesIn(text)
        .filter(({ name }) => fields.includes(name) && canBeUnknown(model, scope!, name))
        .map(({ name, line, column }): Report => ({
          code: 'T-W04',
          path,
          params: { name },
          elsewhere: { file, line, column },
        })),
    ),
  );
}
