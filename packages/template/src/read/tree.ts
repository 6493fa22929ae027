import { EVENT_ID, getScalarValue, SCALAR_STYLE, type Event, type ScalarEvent } from 'js-yaml';

/** One node of a text with its place; a map keeps its entries by key, a list in order. */
export interface TextNode {
  /** Offset of its first sign, in UTF-16 units. */
  readonly start: number;
  /** The text of an unquoted scalar. */
  readonly bare?: string;
  readonly entries?: Map<string, { readonly key: TextNode; readonly value: TextNode }>;
  readonly list?: TextNode[];
}

/** The tree of one document, from the parser's events. */
export function treeOf(text: string, events: readonly Event[]): TextNode | undefined {
  let at = 0;
  const next = (): Event | undefined => events[at++];
  const node = (event: Event | undefined): TextNode | undefined => {
    if (event?.type === EVENT_ID.SCALAR) return scalar(text, event);
    if (event?.type === EVENT_ID.SEQUENCE) return { start: event.start, list: children() };
    if (event?.type !== EVENT_ID.MAPPING) return undefined;
    const parts = children();
    const entries: NonNullable<TextNode['entries']> = new Map();
    for (let index = 0; index + 1 < parts.length; index += 2) {
      const [key, value] = [parts[index]!, parts[index + 1]!];
      entries.set(names.get(key) ?? '', { key, value });
    }
    return { start: event.start, entries };
  };
  const names = new Map<TextNode, string>();
  const children = (): TextNode[] => {
    const found: TextNode[] = [];
    for (let event = next(); event && event.type !== EVENT_ID.POP; event = next()) {
      const one = node(event);
      if (one) found.push(one);
      if (one && event.type === EVENT_ID.SCALAR) names.set(one, getScalarValue(text, event));
    }
    return found;
  };
  next();
  return node(next());
}
function scalar(text: string, { valueStart, valueEnd, style }: ScalarEvent): TextNode {
  if (style !== SCALAR_STYLE.PLAIN) return { start: Math.max(0, valueStart - 1) };
  return { start: valueStart, bare: valueStart < 0 ? '' : text.slice(valueStart, valueEnd) };
}

type Steps = readonly (string | number)[];
const inside = (node: TextNode | undefined, step: string | number): TextNode | undefined =>
  node?.entries ? node.entries.get(String(step))?.value : node?.list?.[Number(step)];

/** The node at a path. */
export const nodeAt = (root: TextNode | undefined, path: Steps): TextNode | undefined =>
  path.reduce<TextNode | undefined>(inside, root);
/** The key that leads to a path. */
export const keyAt = (root: TextNode | undefined, path: Steps): TextNode | undefined =>
  nodeAt(root, path.slice(0, -1))?.entries?.get(String(path.at(-1)))?.key;

/** Where the key or list entry at a path starts; the nearest one above it when it is absent; the first key for none. */
export function offsetOf(root: TextNode | undefined, path: Steps): number {
  let node = root;
  let offset = root?.start ?? 0;
  for (const step of path) {
    const entry = node?.entries?.get(String(step));
    node = inside(node, step);
    if (!node) break;
    offset = entry ? entry.key.start : node.start;
  }
  return Math.max(0, offset);
}
