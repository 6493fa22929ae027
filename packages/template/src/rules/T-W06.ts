import { lettersIn } from '../check/letters.js';
import type { Model } from '../check/model.js';
import type { Report } from '../check/report.js';
import { textsOf } from '../check/texts.js';

const MOST = 25;

/** A sentence of more than 25 words is hard to read, in a help text and in a letter. */
export function w06(model: Model): Report[] {
  return [...inHelp(model), ...inLetters(model)];
}

/** The sentences of a text with where they begin. */
function* sentencesIn(text: string): Generator<{ words: number; at: number }> {
  for (const found of text.matchAll(/[^.!?\s](?:[^.!?]|[.!?](?!\s|$))*/g))
    yield { words: found[0].split(/\s+/).filter(Boolean).length, at: found.index };
}

function inHelp(model: Model): Report[] {
  return textsOf(model)
    .filter(({ path }) => path.at(-1) === 'help')
    .flatMap(({ text, path }) =>
      Object.entries(text).flatMap(([language, one]): Report[] => {
        const most = Math.max(0, ...[...sentencesIn(one)].map(({ words }) => words));
        return most > MOST ? [{ code: 'T-W06', path: [...path, language], params: { name: String(most) } }] : [];
      }),
    );
}

/** Paragraphs are judged one by one: a heading or a list item ends without a full stop. */
function inLetters(model: Model): Report[] {
  return lettersIn(model).flatMap(({ path, texts }) =>
    texts.flatMap(({ file, text }) =>
      paragraphsIn(text).flatMap(({ lines, from }) =>
        [...sentencesIn(lines)]
          .filter(({ words }) => words > MOST)
          .map(({ words, at }): Report => {
            const before = lines.slice(0, at).split('\n');
            const elsewhere = { file, line: from + before.length - 1, column: before.at(-1)!.length + 1 };
            return { code: 'T-W06', path, params: { name: String(words) }, elsewhere };
          }),
      ),
    ),
  );
}
function paragraphsIn(text: string): { lines: string; from: number }[] {
  const found: { lines: string; from: number }[] = [];
  text.split(/\r?\n/).forEach((line, at) => {
    const last = found.at(-1);
    const isNew = !last || last.lines === '' || /^\s*(?:[#>*-]|\d+\.)/.test(line);
    if (line.trim() === '') found.push({ lines: '', from: at + 2 });
    else if (isNew) found.push({ lines: line, from: at + 1 });
    else found.splice(-1, 1, { lines: `${last.lines}\n${line}`, from: last.from });
  });
  return found.filter(({ lines }) => lines !== '');
}
