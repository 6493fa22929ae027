import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Document, type Node } from 'yaml';
import type { Place } from '../finding.js';
import { Refusal } from './refusal.js';

type Steps = readonly (string | number)[];
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** The place of an offset; columns count UTF-16 units. */
export function placeAt(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Refuses anchors, aliases, tags, merge keys and the keys that reach a prototype. */
export function refuseKeys(root: Node | null, lines: LineCounter): void {
  const placeOf = (node: unknown): Place =>
    isNode(node) && node.range ? placeAt(lines, node.range[0]) : { line: 1, column: 1 };
  const visit = (node: unknown): void => {
    if (isAlias(node)) throw new Refusal('T-Y04', placeOf(node));
    if (isNode(node) && (node.tag !== undefined || node.anchor !== undefined))
      throw new Refusal('T-Y04', placeOf(node));
    if (isSeq(node)) node.items.forEach(visit);
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (forbidden.has(name)) throw new Refusal('T-Y09', placeOf(key), { name });
      if (name === '<<') throw new Refusal('T-Y04', placeOf(key));
      visit(key);
      visit(value);
    }
  };
  visit(root);
}

/** The place of the key or list entry at a path; of the nearest one above it when it is absent. */
export function placeOf(document: Document.Parsed, lines: LineCounter, path: Steps): Place {
  let node: unknown = document.contents;
  let offset = firstKey(node);
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (!pair) break;
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (isNode(node) && node.range) offset = node.range[0];
    } else break;
  }
  return placeAt(lines, offset);
}
function firstKey(root: unknown): number {
  const key = isMap(root) ? root.items[0]?.key : root;
  return isNode(key) && key.range ? key.range[0] : 0;
}

/** The text of an unquoted scalar, or of the unquoted key when `isKey`; undefined for anything else. */
export function bare(document: Document.Parsed, text: string, path: Steps, isKey: boolean): string | undefined {
  const around: unknown = isKey && path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const node: unknown = isKey
    ? isMap(around) && around.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)))?.key
    : document.getIn(path, true);
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return undefined;
  return text.slice(node.range[0], node.range[1]);
}
