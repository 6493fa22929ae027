import { Refusal } from './refusal.js';

const MAX = { bytes: 256 * 1024, keys: 5000 };
/** How deep lists and maps may stand inside each other. */
export const MAX_DEPTH = 40;

const tooMuch = (nl: string, en: string): Refusal =>
  new Refusal('T-Y05', undefined, { hint: { nl: `: ${nl}`, en: `: ${en}` } });
export const unreadable = (nl: string, en: string, place?: { line: number; column: number }): Refusal =>
  new Refusal('T-Y01', place, { name: { nl, en } });

/** What can be said of a text without parsing it. */
export function refuseBytes(text: string): void {
  if (new TextEncoder().encode(text).length > MAX.bytes) throw tooMuch('hoogstens 256 kB', 'at most 256 kB');
  if (text.includes('\0') || text.includes('\uFFFD'))
    throw unreadable('dit is geen UTF-8-tekst', 'this is no UTF-8 text', placeIn(text, /[\0\uFFFD]/));
  if (text.replace(/^\uFEFF/, '').trim() === '') throw unreadable('het bestand is leeg', 'the file is empty');
  if (/^ *\t+ *[^\s#]/m.test(text))
    throw unreadable('een tab als inspringing', 'a tab as indentation', placeIn(text, /^ *\t/m));
}

/** The place of the first match. */
function placeIn(text: string, pattern: RegExp): { line: number; column: number } {
  const found = pattern.exec(text);
  const before = text.slice(0, found ? found.index : 0).split(/\r?\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

export function tooManyKeys(count: number): void {
  if (count > MAX.keys) throw tooMuch('hoogstens 5.000 sleutels', 'at most 5,000 keys');
}
