import { load } from 'js-yaml';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { Finding, Place } from './finding.js';

const LIMITS = { bytes: 256 * 1024, depth: 40, keys: 5000 };
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** A text that was read: its plain value and where each of its paths stands. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly value: unknown;
  /** The place of the key (or list entry) at this path; of the nearest one above it when it is absent. */
  placeOf(path: readonly (string | number)[]): Place;
  /** The text of an unquoted scalar at this path; undefined for anything else. */
  bare(path: readonly (string | number)[]): string | undefined;
  /** The value at this path. */
  at(path: readonly (string | number)[]): unknown;
}
export type Reading = { readonly source: Source } | { readonly finding: Finding };

class Refused extends Error {
  constructor(
    readonly code: string,
    readonly nl: string,
    readonly en: string,
    readonly place: Place = { line: 1, column: 1 },
  ) {
    super(code);
  }
}

/**
 * Reads one YAML text. A strict parser with bounds goes first, because the second one, which knows positions, can be
 * brought down by nesting that no handler catches.
 */
export function readYaml(file: string, text: string): Reading {
  try {
    refuseSize(text);
    refuseStructure(text);
    const lines = new LineCounter();
    const document = parseDocument(text, {
      lineCounter: lines,
      merge: false,
      uniqueKeys: true,
      version: '1.2',
      schema: 'core',
    });
    refuseErrors(document, lines);
    refuseKeys(document.contents, lines);
    const value: unknown = document.toJS({ maxAliasCount: 0 });
    return {
      source: {
        file,
        text,
        value,
        placeOf: (path) => placeOf(document, lines, path),
        bare: (path) => bare(document, text, path),
        at: (path) => valueAt(value, path),
      },
    };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { code, nl, en, place } = error;
    return { finding: { code, severity: 'error', file, ...place, path: '', message: { nl, en } } };
  }
}

function refuseSize(text: string): void {
  if (text.length > LIMITS.bytes)
    throw new Refused('T-Y05', 'Dit bestand is groter dan 256 kB.', 'This file is larger than 256 kB.');
  if (text.includes('\0') || text.trim() === '')
    throw new Refused('T-Y01', 'Dit bestand is leeg of geen tekst.', 'This file is empty or no text.');
}

function refuseStructure(text: string): void {
  try {
    load(text, { maxDepth: LIMITS.depth, maxAliases: 0 });
  } catch (error) {
    const { reason = '', mark } = error as { reason?: string; mark?: { line: number; column: number } };
    const place = mark ? { line: mark.line + 1, column: mark.column + 1 } : { line: 1, column: 1 };
    if (/depth|nest/i.test(reason))
      throw new Refused('T-Y05', 'Dit bestand is te diep genest.', 'This file is nested too deeply.', place);
    if (/alias|anchor|tag/i.test(reason))
      throw new Refused(
        'T-Y04',
        'Ankers, aliassen en tags zijn hier niet toegestaan.',
        'Anchors, aliases and tags are not allowed here.',
        place,
      );
    if (/duplicat/i.test(reason))
      throw new Refused('T-Y02', 'Deze sleutel staat er twee keer.', 'This key stands here twice.', place);
    throw new Refused(
      'T-Y01',
      `Dit is geen leesbare YAML: ${reason}.`,
      `This cannot be read as YAML: ${reason}.`,
      place,
    );
  }
}

function at(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function refuseErrors(document: Document.Parsed, lines: LineCounter): void {
  const [error] = document.errors;
  if (!error) return;
  const code = error.code === 'DUPLICATE_KEY' ? 'T-Y02' : 'T-Y01';
  const reason = error.message.split('\n')[0];
  throw new Refused(
    code,
    `Dit kan niet gelezen worden: ${reason}`,
    `This cannot be read: ${reason}`,
    at(lines, error.pos[0]),
  );
}

/** Refuses anchors, tags and the keys that reach a prototype; counts all keys. */
function refuseKeys(root: Node | null, lines: LineCounter): void {
  let keys = 0;
  const visit = (node: unknown): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        keys += 1;
        const name = isScalar(key) ? String(key.value) : '';
        const place = isScalar(key) && key.range ? at(lines, key.range[0]) : { line: 1, column: 1 };
        if (forbidden.has(name))
          throw new Refused('T-Y09', `De sleutel ${name} is verboden.`, `The key ${name} is forbidden.`, place);
        if (name === '<<')
          throw new Refused(
            'T-Y04',
            'Samenvoegsleutels zijn hier niet toegestaan.',
            'Merge keys are not allowed here.',
            place,
          );
        visit(value);
      }
    } else if (isSeq(node)) node.items.forEach(visit);
  };
  visit(root);
  if (keys > LIMITS.keys)
    throw new Refused('T-Y05', 'Dit bestand heeft te veel sleutels.', 'This file has too many keys.');
}

function placeOf(document: Document.Parsed, lines: LineCounter, path: readonly (string | number)[]): Place {
  let node: unknown = document.contents;
  let offset = 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      const range = (node as Node | undefined)?.range;
      if (range) offset = range[0];
    } else break;
  }
  return at(lines, offset);
}

const valueAt = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown> | undefined)?.[step], value);

function bare(document: Document.Parsed, text: string, path: readonly (string | number)[]): string | undefined {
  const node: unknown = document.getIn(path, true);
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return undefined;
  return text.slice(node.range[0], node.range[1]);
}
