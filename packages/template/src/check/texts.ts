import { mapIn } from './raw.js';
import type { Path } from './report.js';

const keys = new Set(['title', 'label', 'help']);
/** Every text for people with its place. */
export function textsIn(value: unknown, path: Path): { text: Readonly<Record<string, string>>; path: Path }[] {
  return Object.entries(mapIn(value)).flatMap(([key, part]) => {
    const here = [...path, key];
    const isText = keys.has(key) && Object.values(mapIn(part)).some((one) => typeof one === 'string');
    return isText ? [{ text: mapIn(part) as Record<string, string>, path: here }] : textsIn(part, here);
  });
}
