import type { Model } from './model.js';
import { listIn, mapIn, textIn } from './raw.js';
import type { Path } from './report.js';

/** One merge field of a letter's text, with its place in that text. */
export interface Merge {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}
/** A letter with the texts that were found, by language. */
export interface Letter {
  readonly id: string;
  readonly path: Path;
  readonly fields: readonly string[];
  readonly texts: readonly { readonly file: string; readonly text: string }[];
  readonly missing: readonly string[];
}

/** The letters of a template; none where nobody can read their files, as when a text alone is checked. */
export function lettersIn(model: Model): Letter[] {
  const { letter } = model;
  if (!letter) return [];
  return Object.entries(mapIn(model.raw['letters'])).map(([id, written]): Letter => {
    const raw = mapIn(written);
    const path = ['letters', id];
    const name = textIn(raw['file']);
    const files = name === undefined ? [] : model.corporation.languages.map((one) => `${name}.${one}.md`);
    const found = files.map((file) => ({ file, text: letter([...path, 'file'], file) }));
    return {
      id,
      path,
      fields: listIn(raw['fields']).map(String),
      texts: found.flatMap(({ text }) => (text ? [text] : [])),
      missing: found.flatMap(({ file, text }) => (text ? [] : [file])),
    };
  });
}

/** Every `{{ group.field }}` of a text. */
export function mergesIn(text: string): Merge[] {
  return text.split(/\r?\n/).flatMap((line, at) =>
    [...line.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((found) => ({
      name: found[1]!,
      line: at + 1,
      column: found.index + 1,
    })),
  );
}
