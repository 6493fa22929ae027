import type { Template } from '@thuisreis/engine';
import { maxSatisfying, satisfies, valid, validRange } from 'semver';
import { mapIn, textIn, type Raw } from './check/raw.js';
import { compileAll, type Surroundings } from './compile/template.js';
import { merge, plain, type Written } from './layers/merge.js';
import type { Source } from './read/read.js';

export type Space = 'base' | 'own';
/** A readable template and where its name is looked up: `base/<name>`, or `<name>` in the corporation's folder. */
export interface Entry {
  readonly space: Space;
  readonly source: Source;
  /** As written in its own file, before it is laid over its base. */
  readonly raw: Raw;
}
export const entryOf = (space: Space, source: Source): Entry => ({ space, source, raw: mapIn(source.value) });
const kinds = new Set(['household', 'project', 'escalation']);
export const isTemplate = ({ raw }: Entry): boolean => kinds.has(String(raw['kind']));

export type House = Pick<Surroundings, 'law' | 'calendar'>;
const nameOf = ({ raw }: Entry): string => String(raw['name']);
const versionOf = ({ raw }: Entry): string => String(raw['version']);

/** Every template that others may name, laid over its base and compiled at most once. */
export class Library {
  private readonly written = new Map<Entry, Written | undefined>();
  private readonly compiled = new Map<Entry, readonly Template[]>();
  private readonly running = new Set<Entry>();

  constructor(readonly entries: readonly Entry[]) {}

  /** The highest version in the range of `base/<name>@<range>` or `<name>@<range>`; the last file of equal ones. */
  find(reference: string): Entry | undefined {
    const { space, name, range } = readReference(reference);
    const named = this.entries.filter((one) => one.space === space && nameOf(one) === name);
    const version = highest(named.map(versionOf), range);
    return named.filter((one) => versionOf(one) === version).at(-1);
  }

  /** The flat template that a file stands for; undefined when the base that it extends is not found. */
  flat(entry: Entry): Written | undefined {
    if (!this.written.has(entry)) this.written.set(entry, this.lay(entry));
    return this.written.get(entry);
  }
  /** One level: a base lies on nothing. */
  private lay(entry: Entry): Written | undefined {
    const { extends: below } = entry.raw;
    if (below === undefined || entry.space === 'base') return plain(entry.source);
    const base = /^base\//.test(String(below)) ? this.find(String(below)) : undefined;
    return base && merge(base.source, entry.source);
  }

  /**
   * The template and those of its inline escalations. Empty when its base is not found or where a circle of
   * escalations closes. Throws `NoExpression` for a condition that cannot be read.
   */
  compile(entry: Entry, house: House): readonly Template[] {
    const found = this.compiled.get(entry);
    const written = this.flat(entry);
    if (found || !written || this.running.has(entry)) return found ?? [];
    this.running.add(entry);
    try {
      const find = (reference: string) => this.nameOf(reference, house);
      const around = { countedBy: this.countedBy(entry, written.raw), handed: this.handed(entry) };
      const templates = compileAll(written.raw, { ...house, find, ...around });
      this.compiled.set(entry, templates);
      return templates;
    } finally {
      this.running.delete(entry);
    }
  }
  private nameOf(reference: string, house: House) {
    const entry = this.find(reference);
    const [template] = entry ? this.compile(entry, house) : [];
    return template && { name: template.name, version: template.version, hash: template.hash };
  }

  /** Conditions of the project's tallies that count cases of this template. */
  private countedBy(entry: Entry, { within }: Raw): Raw {
    const counted = this.entries.flatMap((project) =>
      within !== undefined && !this.isMeant(String(within), project)
        ? []
        : Object.entries(mapIn(this.flat(project)?.raw['tallies']))
            .filter(([, one]) => this.isMeant(String(mapIn(one)['of']), entry))
            .map(([id, one]) => [`${nameOf(project)}/${id}`, mapIn(one)['where']] as const),
    );
    return Object.fromEntries(counted);
  }
  /** Whether a reference means this template: itself, or the base that it extends. */
  private isMeant(reference: string, entry: Entry): boolean {
    const { space, name, range } = readReference(reference);
    if (space === entry.space && name === nameOf(entry)) return satisfies(versionOf(entry), range);
    const base = this.find(textIn(entry.raw['extends']) ?? '');
    return base !== undefined && space === 'base' && name === nameOf(base) && satisfies(versionOf(base), range);
  }
  /** Fields of this template that an escalation of another one hands over or takes back. */
  private *handed(entry: Entry): Generator<string> {
    for (const parent of this.entries)
      for (const one of Object.values(mapIn(this.flat(parent)?.raw['escalations'])).map(mapIn)) {
        if (textIn(one['template']) === undefined || this.find(String(one['template'])) !== entry) continue;
        yield* Object.keys(mapIn(one['in']));
        for (const field of Object.values(mapIn(one['out']))) yield String(field);
      }
  }
}

export function readReference(reference: string): { space: Space; name: string; range: string } {
  const [path = '', range = '*'] = reference.split('@');
  const isBase = path.startsWith('base/');
  return { space: isBase ? 'base' : 'own', name: isBase ? path.slice(5) : path, range };
}

/** The highest version in a range; a version that is none is never chosen. */
export function highest(versions: readonly string[], range: string): string | undefined {
  if (validRange(range) === null) return undefined;
  const known = versions.filter((one) => valid(one));
  return maxSatisfying(known, range) ?? undefined;
}
