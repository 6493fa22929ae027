import { Refusal } from './refusal.js';

const MAX = { bytes: 256 * 1024, keys: 5000 };
/** Nesting beyond this is refused before the parser that knows positions sees the text. */
export const MAX_DEPTH = 40;

const tooMuch = (nl: string, en: string): Refusal =>
  new Refusal('T-Y05', undefined, { hint: { nl: `: ${nl}`, en: `: ${en}` } });
const unreadable = (nl: string, en: string, place?: { line: number; column: number }): Refusal =>
  new Refusal('T-Y01', place, { name: { nl, en } });

/** What can be said of a text without parsing it. */
export function refuseBytes(text: string): void {
  if (new TextEncoder().encode(text).length > MAX.bytes) throw tooMuch('hoogstens 256 kB', 'at most 256 kB');
  if (text.includes('\0') || text.includes('\uFFFD'))
    throw unreadable('dit is geen UTF-8-tekst', 'this is no UTF-8 text', placeIn(text, /[\0\uFFFD]/));
  if (text.replace(/^\uFEFF/, '').trim() === '') throw unreadable('het bestand is leeg', 'the file is empty');
  const directive = /^%/m.exec(text.slice(0, 200).split(/^---/m)[0] ?? '');
  if (directive) throw new Refusal('T-Y04', placeIn(text, /^%/m));
  if (/^ *\t+ *[^\s#]/m.test(text))
    throw unreadable('een tab als inspringing', 'a tab as indentation', placeIn(text, /^ *\t/m));
}

/** The place of the first match. */
function placeIn(text: string, pattern: RegExp): { line: number; column: number } {
  const found = pattern.exec(text);
  const before = text.slice(0, found ? found.index : 0).split(/\r?\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Counts the keys of a parsed value; the second parser compares keys pairwise and would take seconds. */
export function refuseManyKeys(value: unknown): void {
  let keys = 0;
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (!Array.isArray(part)) keys += Object.keys(part).length;
    if (keys > MAX.keys) throw tooMuch('hoogstens 5.000 sleutels', 'at most 5,000 keys');
    for (const one of Object.values(part)) visit(one);
  };
  visit(value);
}
