import type { Path, Report } from './report.js';
import type { Constraint } from './shape-kinds.js';

/** What is missing or too much among the keys of one map. */
export function constrain(value: Readonly<Record<string, unknown>>, constraint: Constraint, path: Path): Report[] {
  const present = (keys: readonly string[]): string[] =>
    Object.keys(value).filter((key) => keys.includes(key) && value[key] !== undefined);
  if ('exactlyOne' in constraint) {
    const [, second] = present(constraint.exactlyOne);
    const name = constraint.exactlyOne.join(' | ');
    if (second !== undefined) return [{ code: 'T-Y12', path: [...path, second], params: { name } }];
    return present(constraint.exactlyOne).length === 1 ? [] : [{ code: 'T-Y12', path, params: { name } }];
  }
  if ('atLeastOne' in constraint) {
    const name = constraint.atLeastOne.join(' | ');
    return present(constraint.atLeastOne).length > 0 ? [] : [{ code: 'T-Y07', path, params: { name } }];
  }
  if ('excludes' in constraint) {
    const [first, ...others] = constraint.excludes;
    const [other] = present(others);
    if (value[first] === undefined || other === undefined) return [];
    return [{ code: 'T-Y12', path: [...path, other], params: { name: `${first} | ${other}` } }];
  }
  if (!constraint.is.includes(String(value[constraint.when]))) return [];
  return constraint.needs
    .filter((name) => value[name] === undefined)
    .map((name): Report => ({ code: 'T-Y07', path, params: { name } }));
}

/** More than the language allows of one thing. */
export function limit(count: number, most: number | undefined, path: Path): Report[] {
  if (most === undefined || count <= most) return [];
  const hint = { nl: `: hoogstens ${most}`, en: `: at most ${most}` };
  return [{ code: 'T-Y05', path, params: { hint } }];
}
