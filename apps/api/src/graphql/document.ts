import {
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DocumentRefused } from './document-refused.js';
import { refuseCostly } from './limits.js';

const LIMITS = { tokens: 2_000, rootFields: 4, depth: 12 };

/** What a document is, counted through its fragments; the same text is counted once. */
export interface DocumentShape {
  readonly rootFields: readonly string[];
  readonly depth: number;
  readonly introspects: boolean;
}
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;
const shapes = new Map<string, DocumentShape>();

/** Reads and measures a document; throws `DocumentRefused` when it is broken or over a limit. */
export function measure(source: string): DocumentShape {
  const known = shapes.get(source);
  if (known) return known;
  const document = read(source);
  const shape = shapeOf(document);
  refuseExcess(shape);
  if (!shape.introspects) refuseCostly(document);
  if (shapes.size > 500) shapes.clear();
  if (source.length < 20_000) shapes.set(source, shape);
  return shape;
}

function read(source: string): DocumentNode {
  try {
    return parse(source, { maxTokens: LIMITS.tokens, noLocation: true });
  } catch (error) {
    throw new DocumentRefused('badDocument', brokenAt(error));
  }
}

/** Where the text stops being a document; what stands there is the caller's and is not repeated. */
function brokenAt(error: unknown): string {
  if (!(error instanceof GraphQLError)) return 'The document is nested too deep to be read: ask for less';
  if (error.message.includes('token limit'))
    return `The document is longer than ${LIMITS.tokens} tokens: ask the rest in another document`;
  const [place] = error.locations ?? [];
  return `The document is broken at line ${place?.line ?? 1}, column ${place?.column ?? 1}: repair it there`;
}

function shapeOf(document: DocumentNode): DocumentShape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const roots: string[] = [];
  let depth = 0;
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);
  for (const one of document.definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION) continue;
    roots.push(...fieldNames(one.selectionSet, fragments, new Set()));
    depth = Math.max(depth, depthOf(one.selectionSet, fragments, []));
  }
  return { rootFields: roots, depth, introspects: roots.some((name) => name === '__schema' || name === '__type') };
}

function refuseExcess({ rootFields, depth, introspects }: DocumentShape): void {
  if (rootFields.length > LIMITS.rootFields)
    throw new DocumentRefused(
      'tooManyFields',
      `${rootFields.length} root fields; at most ${LIMITS.rootFields} a document: ask the rest in another one`,
    );
  if (depth > LIMITS.depth && !introspects)
    throw new DocumentRefused(
      'tooDeep',
      `${depth === Infinity ? 'A fragment holds itself' : `${depth} levels`}; at most ${LIMITS.depth} a document: ask for less inside each other`,
    );
}

/** Names of the fields of a selection, fragments opened; a fragment that names itself is met once. */
function fieldNames(set: SelectionSetNode, fragments: Fragments, met: Set<string>): string[] {
  return set.selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one.name.value];
    if (one.kind === Kind.INLINE_FRAGMENT) return fieldNames(one.selectionSet, fragments, met);
    const fragment = fragments.get(one.name.value);
    if (!fragment || met.has(one.name.value)) return [];
    return fieldNames(fragment.selectionSet, fragments, met.add(one.name.value));
  });
}

/** Depth through fragments; one that contains itself is too deep by definition. */
function depthOf(set: SelectionSetNode, fragments: Fragments, path: readonly string[]): number {
  const depths = set.selections.map((one): number => {
    if (one.kind === Kind.FIELD) return 1 + (one.selectionSet ? depthOf(one.selectionSet, fragments, path) : 0);
    if (one.kind === Kind.INLINE_FRAGMENT) return depthOf(one.selectionSet, fragments, path);
    const fragment = fragments.get(one.name.value);
    if (!fragment) return 0;
    if (path.includes(one.name.value) || path.length > LIMITS.depth) return Infinity;
    return depthOf(fragment.selectionSet, fragments, [...path, one.name.value]);
  });
  return Math.max(0, ...depths);
}
