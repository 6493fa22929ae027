import { constructFromEvents, parseEvents, type Event } from 'js-yaml';
import type { CheckFinding } from '../check/answer.js';
import type { Place } from '../finding.js';
import { MAX_DEPTH, refuseBytes, unreadable } from './limits.js';
import { refuseMarks } from './marks.js';
import { placesOf } from './places.js';
import { Refusal } from './refusal.js';
import { keyAt, nodeAt, offsetOf, treeOf, type TextNode } from './tree.js';
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
 * Reads one YAML text of the core schema, within bounds. Marks that YAML knows and the language does not are refused
 * before a value is built of them.
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
  const events = guarded(text, () => parseEvents(text, { maxDepth: MAX_DEPTH }));
  const placeAt = placesOf(text);
  guarded(text, () => refuseMarks(text, events, placeAt));
  const documents = guarded(text, () => constructFromEvents(events, { source: text, maxAliases: 0 }));
  if (documents.length > 1) throw unreadable('meer dan één document', 'more than one document', secondDocument(text));
  const [value] = documents;
  if (value === null || value === undefined) throw unreadable('het bestand is leeg', 'the file is empty');
  return { file, text, value, at: (path) => valueAt(value, path), ...placed(text, events, placeAt) };
}
/** The tree of places is built when the first one is asked for. */
function placed(text: string, events: readonly Event[], placeAt: (offset: number) => Place) {
  let built: TextNode | undefined;
  const tree = (): TextNode | undefined => (built ??= treeOf(text, events));
  return {
    placeOf: (path: Steps) => placeAt(offsetOf(tree(), path)),
    bare: (path: Steps, part?: 'key') => (part === 'key' ? keyAt(tree(), path) : nodeAt(tree(), path))?.bare,
  };
}

/** Runs the parser; its complaints become findings, said of an unquoted condition where one is the cause. */
function guarded<T>(text: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw (error.code === 'T-Y04' && unquotedCondition(text, error.place)) || error;
    const { reason = '', mark } = error as { reason?: string; mark?: { line: number; column: number } };
    const place = mark ? { line: mark.line + 1, column: mark.column + 1 } : { line: 1, column: 1 };
    if (/depth|nest/i.test(reason)) throw new Refusal('T-Y05', place, { hint: '' });
    if (/duplicat/i.test(reason)) throw new Refusal('T-Y02', place, { name: keyIn(text, place) });
    throw unquotedCondition(text, place) ?? new Refusal('T-Y01', place, { name: reason });
  }
}
/** Where a second document begins. */
function secondDocument(text: string): Place {
  const line = text.split(/\r?\n/).findIndex((one, at) => at > 0 && /^(---|\.\.\.)(\s|$)/.test(one));
  return { line: Math.max(0, line) + 1, column: 1 };
}
const keyIn = (text: string, { line, column }: Place): string =>
  /^["']?([^\s:"']*)/.exec((text.split(/\r?\n/)[line - 1] ?? '').slice(column - 1))?.[1] ?? '';

function valueAt(value: unknown, path: Steps): unknown {
  let part: unknown = value;
  for (const step of path) {
    if (typeof part !== 'object' || part === null || !Object.hasOwn(part, step)) return undefined;
    part = (part as Record<string | number, unknown>)[step];
  }
  return part;
}
