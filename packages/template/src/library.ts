import type { TemplateName, Template } from '@thuisreis/engine';
import { maxSatisfying, satisfies, valid, validRange } from 'semver';
import { mapIn, textIn, type Raw } from './check/raw.js';
import { compileAll, type Surroundings } from './compile/template.js';
import type { Source } from './read.js';

/** A readable template and where its name is looked up: `base/<name>`, or `<name>` in the corporation's folder. */
export interface Entry {
  readonly space: 'base' | 'own';
  readonly source: Source;
  readonly raw: Raw;
}
const nameOf = ({ raw }: Entry): string => String(raw['name']);
const versionOf = ({ raw }: Entry): string => String(raw['version']);

/** Every template that others may name. */
export class Library {
  private readonly compiled = new Map<Entry, readonly Template[]>();
  private readonly running = new Set<Entry>();

  constructor(readonly entries: readonly Entry[]) {}

  /** The highest version in the range of `base/<name>@<range>` or `<name>@<range>`. */
  find(reference: string): Entry | undefined {
    const { space, name, range } = readReference(reference);
    const named = this.entries.filter((one) => one.space === space && nameOf(one) === name);
    const version = highest(named.map(versionOf), range);
    return named.find((one) => versionOf(one) === version);
  }

  /** The template and those of its inline escalations; a circle of escalations is cut where it closes. */
  compile(entry: Entry, law: Surroundings['law'], calendar: Surroundings['calendar']): readonly Template[] {
    const found = this.compiled.get(entry);
    if (found) return found;
    if (this.running.has(entry)) return [];
    this.running.add(entry);
    try {
      const find = (reference: string): TemplateName | undefined => this.named(reference, law, calendar);
      const templates = compileAll(entry.raw, {
        law,
        calendar,
        find,
        countedBy: this.countedBy(entry),
        handed: this.handed(entry),
      });
      this.compiled.set(entry, templates);
      return templates;
    } finally {
      this.running.delete(entry);
    }
  }

  private named(reference: string, law: Surroundings['law'], calendar: Surroundings['calendar']) {
    const entry = this.find(reference);
    const template = entry && this.compile(entry, law, calendar)[0];
    return template && { name: template.name, version: template.version, hash: template.hash };
  }

  /** Conditions of the project's tallies that count cases of this template. */
  private countedBy(entry: Entry): Raw {
    const within = textIn(entry.raw['within']);
    const found: Record<string, unknown> = {};
    for (const project of this.entries)
      for (const [id, one] of Object.entries(mapIn(project.raw['tallies'])))
        if (isMeant(String(mapIn(one)['of']), entry) && (within === undefined || isMeant(within, project)))
          found[`${nameOf(project)}/${id}`] = mapIn(one)['where'];
    return found;
  }

  /** Fields of this template that some escalation of another one hands over or takes back. */
  private *handed(entry: Entry): Generator<string> {
    for (const parent of this.entries)
      for (const one of Object.values(mapIn(parent.raw['escalations'])).map(mapIn)) {
        if (one['template'] === undefined || this.find(String(one['template'])) !== entry) continue;
        yield* Object.keys(mapIn(one['in']));
        for (const field of Object.values(mapIn(one['out']))) yield String(field);
      }
  }
}

export function readReference(reference: string): { space: 'base' | 'own'; name: string; range: string } {
  const [path = '', range = '*'] = reference.split('@');
  const isBase = path.startsWith('base/');
  return { space: isBase ? 'base' : 'own', name: isBase ? path.slice(5) : path, range };
}

/** The highest version in a range; a version that is none is never chosen. */
export function highest(versions: readonly string[], range: string): string | undefined {
  return validRange(range) === null
    ? undefined
    : (maxSatisfying(
        versions.filter((one) => valid(one)),
        range,
      ) ?? undefined);
}

/** Whether a reference means this template: itself, or the base that it extends. */
function isMeant(reference: string, entry: Entry): boolean {
  const { space, name, range } = readReference(reference);
  if (space === entry.space && name === nameOf(entry)) return satisfies(versionOf(entry), range);
  const base = readReference(String(entry.raw['extends'] ?? ''));
  return space === 'base' && base.name === name;
}
