const LENGTH = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
/** Days that a part stands for, when lengths are compared; a month counts as its longest, a year likewise. */
const DAYS = [366, 31, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400];

/** A length of ISO 8601 in days, to compare it with another; undefined for anything else. */
export function daysOf(length: unknown): number | undefined {
  const found = typeof length === 'string' ? LENGTH.exec(length) : null;
  if (!found || /^PT?$/.test(found[0])) return undefined;
  return found.slice(1).reduce((sum, part, index) => sum + Number(part ?? 0) * DAYS[index]!, 0);
}
/** True when both are lengths and the first is not longer. */
export function isNotLonger(length: unknown, than: unknown): boolean {
  const [one, other] = [daysOf(length), daysOf(than)];
  return one !== undefined && other !== undefined && one <= other;
}
