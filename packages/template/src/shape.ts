import type { z } from 'zod';
import type { Finding } from './finding.js';
import type { Source } from './read/read.js';

type Issue = z.core.$ZodIssue;

function missing(issue: Issue, value: unknown): boolean {
  if (issue.code !== 'invalid_type') return false;
  let part = value;
  for (const step of issue.path) part = (part as Record<PropertyKey, unknown> | undefined)?.[step];
  return part === undefined;
}

function finding(source: Source, code: string, path: PropertyKey[], nl: string, en: string): Finding {
  const steps = path.map((step) => (typeof step === 'number' ? step : String(step)));
  return {
    code,
    severity: 'error',
    file: source.file,
    ...source.placeOf(steps),
    path: steps.join('.'),
    message: { nl, en },
  };
}

function toFindings(source: Source, issue: Issue): Finding[] {
  const path = [...issue.path];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      finding(
        source,
        'T-Y03',
        [...path, key],
        `De sleutel ${key} kent de taal hier niet.`,
        `The language has no key ${key} here.`,
      ),
    );
  if (issue.code === 'invalid_key')
    return [
      finding(
        source,
        'T-Y08',
        path,
        `${String(path.at(-1))} is geen geldige naam.`,
        `${String(path.at(-1))} is no valid id.`,
      ),
    ];
  if (missing(issue, source.value)) {
    const key = String(path.at(-1));
    return [finding(source, 'T-Y07', path.slice(0, -1), `De sleutel ${key} ontbreekt.`, `The key ${key} is missing.`)];
  }
  return [finding(source, 'T-Y06', path, 'Deze waarde is van de verkeerde soort.', 'This value is of the wrong kind.')];
}

/** Holds a read text against a schema: its value, or every departure with its place. */
export function shapeOf<T>(schema: z.ZodType<T>, source: Source): { value: T } | { findings: Finding[] } {
  const result = schema.safeParse(source.value);
  if (result.success) return { value: result.data };
  return { findings: result.error.issues.flatMap((issue) => toFindings(source, issue)) };
}
