import { findingWords, say } from '@thuisreis/words';
import type { Source } from '../read.js';
import type { CheckFinding } from './answer.js';
import type { Report } from './report.js';

/** Gives a report its place, its words and, where it is sure, its edit. */
export function findingOf(source: Source, { code, path, params = {}, instead }: Report): CheckFinding {
  const { severity, sentence } = findingWords[code];
  const place = source.placeOf(path);
  const line = source.text.split(/\r?\n/)[place.line - 1] ?? '';
  const column = instead ? line.indexOf(instead.old, place.column - 1) : -1;
  const edit = instead &&
    column >= 0 && { line: place.line, column: column + 1, length: instead.old.length, text: instead.new };
  const repair = edit ? { nl: `Schrijf ${edit.text}.`, en: `Write ${edit.text}.`, edits: [edit] } : null;
  return {
    code,
    severity,
    file: source.file,
    ...place,
    path: path.join('.'),
    message: say(sentence, params),
    trace: [],
    repair,
  };
}
