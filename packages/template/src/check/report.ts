import type { FindingCode, Words } from '@thuisreis/words';
import type { Place } from '../finding.js';

export type Path = readonly (string | number)[];
/** What a rule says: a code, the place and the words to fill in. The checker makes the finding of it. */
export interface Report {
  readonly code: FindingCode;
  readonly path: Path;
  readonly params?: Readonly<Record<string, string | Words>>;
  /** The text that should stand in place of the wrong one, when that is sure. */
  readonly instead?: { readonly old: string; readonly new: string };
  /** A key that should be written as the first one of the map at `path`, when that is sure. */
  readonly insert?: { readonly key: string; readonly value: string };
  /** True when `path` is meant in the overlay's own file, whatever stands there in the base. */
  readonly above?: true;
  /** The place, when it is in another file than the template: a letter, or a layer below. */
  readonly elsewhere?: Place & { readonly file: string };
  /** The shortest way to see it, where time is involved. */
  readonly trace?: readonly Step[];
  /** Said instead of the code's own sentence. */
  readonly sentence?: Words;
}
/** One step of a trace: the item or key where it happens, and what happens. */
export interface Step extends Words {
  readonly at: string;
}

/** Number of single edits between two words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + Number(a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length]!;
}

/** "Bedoelde u …?": the nearest known name, when it is near enough to be a slip. */
export function meant(name: string, known: Iterable<string>): Pick<Report, 'instead'> & { hint: Words } {
  const best = [...known]
    .map((one) => ({ one, away: distance(name.toLowerCase(), one.toLowerCase()) }))
    .filter(({ one, away }) => away <= Math.max(1, Math.floor(one.length / 3)))
    .sort((a, b) => a.away - b.away)[0];
  if (!best) return { hint: { nl: '', en: '' } };
  const hint = { nl: ` Bedoelde u ${best.one}?`, en: ` Did you mean ${best.one}?` };
  return { hint, instead: { old: name, new: best.one } };
}

/** A report about a name that is not known, with the nearest that is. */
export function unknownName(code: FindingCode, path: Path, name: string, known: Iterable<string>, more = {}): Report {
  const { hint, instead } = meant(name, known);
  return { code, path, params: { name, hint, ...more }, ...(instead ? { instead } : {}) };
}
