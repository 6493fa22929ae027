import { load } from 'js-yaml';
import { LineCounter, parseDocument } from 'yaml';
import type { CheckFinding } from '../check/answer.js';
import type { Place } from '../finding.js';
import { MAX_DEPTH, refuseBytes, refuseManyKeys } from './limits.js';
import { bare, placeAt, placeOf, refuseKeys } from './nodes.js';
import { Refusal } from './refusal.js';
import { unquotedCondition } from './unquoted.js';

type Steps = readonly (string | number)[];
/** A text that was read: its plain value and where each of its paths stands. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** The place of the key (or list entry) at this path; of the nearest one above it when it is absent. */
  placeOf(path: Steps): Place;
  /** The text of an unquoted scalar at this path, or of its key; undefined for anything else. */
  bare(path: Steps, part?: 'key'): string | undefined;
  /** The value at this path. */
  at(path: Steps): unknown;
}
export type Reading = { readonly source: Source } | { readonly finding: CheckFinding };

/**
 * Reads one YAML text. A strict parser with bounds goes first, because the second one, which knows positions, can be
 * brought down by nesting that no handler catches, and needs seconds for many keys.
 */
export function readYaml(file: string, text: string): Reading {
  try {
    return { source: sourceOf(file, text) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { finding: error.in(file) };
  }
}

function sourceOf(file: string, text: string): Source {
  refuseBytes(text);
  refuseManyKeys(loadBounded(text));
  const lines = new LineCounter();
  // The first parser has refused equal keys; comparing them again is quadratic here.
  const options = { lineCounter: lines, merge: false, uniqueKeys: false, version: '1.2', schema: 'core' } as const;
  const document = parseDocument(text, options);
  const [error] = document.errors;
  if (error) throw unreadable(text, error.message.split('\n')[0]!, placeAt(lines, error.pos[0]));
  try {
    refuseKeys(document.contents, lines);
  } catch (refusal) {
    throw (refusal instanceof Refusal && refusal.code === 'T-Y04' && unquotedCondition(text, refusal.place)) || refusal;
  }
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (value === null) throw unreadable(text, 'leeg', { line: 1, column: 1 });
  return {
    file,
    text,
    value,
    placeOf: (path) => placeOf(document, lines, path),
    bare: (path, part) => bare(document, text, path, part === 'key'),
    at: (path) => valueAt(value, path),
  };
}

/** The value, by the parser with bounds; its complaints become findings. */
function loadBounded(text: string): unknown {
  try {
    return load(text, { maxDepth: MAX_DEPTH, maxAliases: 0 });
  } catch (error) {
    const { reason = '', mark } = error as { reason?: string; mark?: { line: number; column: number } };
    const place = mark ? { line: mark.line + 1, column: mark.column + 1 } : { line: 1, column: 1 };
    if (/depth|nest/i.test(reason)) throw new Refusal('T-Y05', place, { hint: '' });
    if (/duplicat/i.test(reason)) throw new Refusal('T-Y02', place, { name: keyAt(text, place) });
    const isMark = /alias|anchor|tag/i.test(reason);
    throw unquotedCondition(text, place) ?? (isMark ? new Refusal('T-Y04', place) : unreadable(text, reason, place));
  }
}
const keyAt = (text: string, { line, column }: Place): string =>
  /^["']?([^\s:"']*)/.exec((text.split(/\r?\n/)[line - 1] ?? '').slice(column - 1))?.[1] ?? '';
const unreadable = (text: string, reason: string, place: Place): Refusal =>
  unquotedCondition(text, place) ?? new Refusal('T-Y01', place, { name: reason });

function valueAt(value: unknown, path: Steps): unknown {
  let part: unknown = value;
  for (const step of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
    part = (part as Record<string | number, unknown>)[step];
  }
  return part;
}
