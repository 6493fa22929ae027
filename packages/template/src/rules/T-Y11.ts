import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { quoted, SPECIAL } from '../read/unquoted.js';

/** A quote that YAML or a comment has cut off. */
const isTorn = (text: string): boolean => (text.match(/"/g) ?? []).length % 2 === 1;

/** A condition with signs of YAML in it stands between quotes, also where YAML happens to read it as meant. */
export function y11(model: Model): Report[] {
  return model.conditions.flatMap(({ path, key }): Report[] => {
    const text = model.bare(path);
    if (text === undefined || !(SPECIAL.test(text) || isTorn(text))) return [];
    const instead = { old: text, new: quoted(text) };
    const name = typeof path.at(-1) === 'number' ? instead.new : `${String(path.at(-1) ?? key)}: ${instead.new}`;
    return [{ code: 'T-Y11', path, params: { name }, ...(isTorn(text) ? {} : { instead }) }];
  });
}
