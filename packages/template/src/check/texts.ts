import type { Model } from './model.js';
import { mapIn } from './raw.js';
import type { Path } from './report.js';

const texts = new Set(['title', 'label', 'help']);
/** Lists of choices that give each of them a text. */
const choices = new Set(['values', 'outcomes']);

export interface WrittenText {
  readonly text: Readonly<Record<string, string>>;
  readonly path: Path;
}
const found = new WeakMap<Model, readonly WrittenText[]>();
/** Every text for people with its place. */
export function textsOf(model: Model): readonly WrittenText[] {
  const texts = found.get(model) ?? textsIn(model.raw, []);
  found.set(model, texts);
  return texts;
}
function textsIn(value: unknown, path: Path): WrittenText[] {
  return Object.entries(mapIn(value)).flatMap(([key, part]) => {
    const here = [...path, key];
    if (texts.has(key) && isText(part)) return [{ text: part, path: here }];
    if (!choices.has(key)) return textsIn(part, here);
    return Object.entries(mapIn(part)).flatMap(([id, one]) =>
      isText(one) ? [{ text: one, path: [...here, id] }] : textsIn(one, [...here, id]),
    );
  });
}
/** A map of nothing but strings; an item that is called `help` holds more than that. */
function isText(value: unknown): value is Readonly<Record<string, string>> {
  const parts = Object.values(mapIn(value));
  return parts.length > 0 && parts.every((one) => typeof one === 'string');
}
