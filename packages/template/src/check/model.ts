import type { Layers, Written } from '../layers/merge.js';
import type { Library } from '../library.js';
import type { Corporation, Law } from '../house.js';
import { conditionsOf, type Condition } from './conditions.js';
import { mapIn, textIn, type Raw } from './raw.js';
import type { Path } from './report.js';

export interface FieldNode {
  readonly name: string;
  readonly path: Path;
  readonly raw: Raw;
}
export interface ItemNode {
  readonly id: string;
  readonly kind: string;
  readonly raw: Raw;
  readonly path: Path;
  /** The stages around it, innermost first. */
  readonly around: readonly ItemNode[];
}
/** A case's plan: the template's own, or that of an inline escalation, whose items have a namespace of their own. */
export interface Scope {
  readonly path: Path;
  readonly raw: Raw;
  readonly items: readonly ItemNode[];
  readonly escalations: readonly ItemNode[];
  /** Items and escalations by id; of two with one id the first. */
  readonly byId: ReadonlyMap<string, ItemNode>;
  readonly forms: Raw;
  readonly decisions: Raw;
}
/** A written template as the rules read it; nothing in it has been judged but its shape. */
export interface Model {
  readonly raw: Raw;
  readonly corporation: Corporation;
  readonly law: Law;
  readonly fields: ReadonlyMap<string, FieldNode>;
  readonly scopes: readonly Scope[];
  readonly conditions: readonly Condition[];
  /** The project template named by `within`; undefined when none is named, null when it was not found. */
  readonly project: Raw | null | undefined;
  /** The flat template that `base/<name>@<range>` or `<name>@<range>` means: the highest version in the range. */
  readonly find: (reference: string) => Raw | undefined;
  /** Base and overlay as written, when the template lies on a base; `raw` is both together. */
  readonly layers?: Layers;
  /** The text of an unquoted scalar, or of its key, as it stands in its file; undefined for anything else. */
  readonly bare: (path: Path, part?: 'key') => string | undefined;
  /** The template that an escalation names, laid out in the same surroundings; undefined for an inline one. */
  readonly childOf: (escalation: ItemNode) => Model | undefined;
  /** Another template laid out in the same surroundings. */
  readonly other: (reference: string) => Model | undefined;
  /** The text of a letter's file, named relative to the layer that names it at this path; absent where nobody can read. */
  readonly letter?: (path: Path, file: string) => Letter | undefined;
}

function* itemsIn(raw: Raw, path: Path, around: readonly ItemNode[]): Generator<ItemNode> {
  for (const group of ['stages', 'tasks', 'milestones'] as const)
    for (const [id, value] of Object.entries(mapIn(raw[group]))) {
      const one = mapIn(value);
      const kind = group === 'tasks' ? (textIn(one['kind']) ?? '') : group.slice(0, -1);
      const node: ItemNode = { id, kind, raw: one, path: [...path, group, id], around };
      yield node;
      if (group === 'stages') yield* itemsIn(one, node.path, [node, ...around]);
    }
}

function scope(raw: Raw, path: Path, above?: Scope): Scope {
  const escalations = Object.entries(mapIn(raw['escalations'])).map(([id, value]): ItemNode => ({
    id,
    kind: 'escalation',
    raw: mapIn(value),
    path: [...path, 'escalations', id],
    around: [],
  }));
  const items = [...itemsIn(raw, path, [])];
  return {
    path,
    raw,
    items,
    escalations,
    byId: new Map([...items, ...escalations].reverse().map((one) => [one.id, one])),
    forms: { ...above?.forms, ...mapIn(raw['forms']) },
    decisions: { ...above?.decisions, ...mapIn(raw['decisions']) },
  };
}

export interface Surroundings {
  readonly corporation: Corporation;
  readonly law: Law;
  readonly library: Library;
  /** Reads a letter's file; absent where a text is judged by itself. */
  readonly letter?: (file: string) => Letter | undefined;
}
/** The text of one letter in one language. */
export interface Letter {
  readonly file: string;
  readonly text: string;
}

/** Lays a template out for the rules. */
export function modelOf(written: Written, around: Surroundings): Model {
  const { raw, locate, layers } = written;
  const { corporation, law, library, letter } = around;
  const own = scope(raw, []);
  const inline = own.escalations.filter((one) => one.raw['template'] === undefined);
  const scopes = [own, ...inline.map((one) => scope(one.raw, one.path, own))];
  const find = (reference: string): Raw | undefined => {
    const entry = library.find(reference);
    return entry && library.flat(entry)?.raw;
  };
  const bare = (path: Path, part?: 'key'): string | undefined => {
    const place = locate(path);
    return place.source.bare(place.path, part);
  };
  const within = textIn(raw['within']);
  const project = within === undefined ? undefined : (find(within) ?? null);
  const conditions = conditionsOf(scopes);
  return {
    raw,
    corporation,
    law,
    fields: fieldsIn(raw),
    scopes,
    conditions,
    project,
    find,
    bare,
    other: (reference) => otherOf(reference, around),
    childOf: ({ raw: { template } }) => (template === undefined ? undefined : otherOf(String(template), around)),
    ...(letter && { letter: (path: Path, file: string) => letter(beside(locate(path).source.file, file)) }),
    ...(layers && { layers }),
  };
}
const beside = (file: string, name: string): string =>
  file.includes('/') ? `${file.slice(0, file.lastIndexOf('/'))}/${name}` : name;

const laidOut = new WeakMap<Raw, Model>();
/** Another template laid out, once; undefined when there is none of that name. */
function otherOf(reference: string, around: Surroundings): Model | undefined {
  const entry = around.library.find(reference);
  const written = entry && around.library.flat(entry);
  if (!written) return undefined;
  const model = laidOut.get(written.raw) ?? modelOf(written, around);
  laidOut.set(written.raw, model);
  return model;
}
function fieldsIn(raw: Raw): Map<string, FieldNode> {
  const fields = new Map<string, FieldNode>();
  for (const [group, inner] of Object.entries(mapIn(raw['data'])))
    for (const [id, one] of Object.entries(mapIn(inner))) {
      const name = `${group}.${id}`;
      fields.set(name, { name, path: ['data', group, id], raw: mapIn(one) });
    }
  return fields;
}

/** Everything with a clock, a role and sentries: items and escalations. */
export const nodesIn = (one: Scope): ItemNode[] => [...one.items, ...one.escalations];
