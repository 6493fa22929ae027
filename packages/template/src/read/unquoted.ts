import type { Place } from '../finding.js';
import { Refusal } from './refusal.js';

const CONDITION = /(^|[\s{,])(if|while|required|requires|visibleIf|where|at)\s*:\s+(.*)$/;
/** What YAML reads in its own way when a condition stands without quotes. */
export const SPECIAL = /^[!'"&*-]|[,[\]{}#:]/;

/** The condition that starts this text: to the end of the line, or, inside `{ }`, to the end of its entry. */
function written(rest: string, isFlow: boolean): string {
  let depth = 0;
  let quote = '';
  for (let index = 0; index < rest.length; index += 1) {
    const sign = rest[index]!;
    if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if ('[({'.includes(sign)) depth += 1;
    else if (isFlow && depth === 0 && ',}'.includes(sign)) return rest.slice(0, index).trimEnd();
    else if ('])}'.includes(sign)) depth -= 1;
  }
  return rest.trimEnd();
}
const isQuoted = (text: string): boolean => /^'(?:[^']|'')*'\s*(?:#.*)?$|^"(?:[^"\\]|\\.)*"\s*(?:#.*)?$/.test(text);
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * A text that is no YAML because a condition in it needs quotes: said of the condition, with the quoted line, instead
 * of what the parser makes of it. Looks at the line of the fault and the one before, where the parser may have begun.
 */
export function unquotedCondition(text: string, { line }: Place): Refusal | undefined {
  const lines = text.split(/\r?\n/);
  for (const number of [line, line - 1]) {
    const found = CONDITION.exec(lines[number - 1] ?? '');
    if (!found) continue;
    const [, before, key, rest] = found as unknown as [string, string, string, string];
    const start = found.index + found[0].length - rest.length;
    const prefix = lines[number - 1]!.slice(0, found.index + before.length);
    const condition = written(rest, /[{[][^}\]]*$/.test(prefix));
    if (isQuoted(condition) || !SPECIAL.test(condition)) continue;
    const edit = { line: number, column: start + 1, length: condition.length, text: quoted(condition) };
    return new Refusal('T-Y11', { line: number, column: start + 1 }, { name: `${key}: ${edit.text}` }, [edit]);
  }
  return undefined;
}
