import { findingWords, say } from '@thuisreis/words';
import type { Written } from '../layers/merge.js';
import type { Source } from '../read/read.js';
import type { CheckFinding, Edit } from './answer.js';
import { mapIn } from './raw.js';
import type { Path, Report } from './report.js';

/** Makes the finding of a report: its place in the text, its words, and its repair, as an edit where that is sure. */
export function findingOf(written: Written, report: Report): CheckFinding {
  const { code, path, params = {}, trace = [], elsewhere } = report;
  const { source, path: within } =
    report.above && written.overlay ? { source: written.overlay, path } : written.locate(path);
  const { severity, sentence, repair } = findingWords[code];
  const { file, line, column } = elsewhere ?? { file: source.file, ...source.placeOf(within) };
  const edit = insteadOf(source, within, report) ?? insertion(source, within, report);
  return {
    code,
    severity,
    file,
    line,
    column,
    path: path.join('.'),
    message: say(report.sentence ?? sentence, params),
    trace,
    repair: edit ? suggested(edit) : { ...say(repair, params), edits: [] },
  };
}

const suggested = (edit: Edit): NonNullable<CheckFinding['repair']> => {
  const text = edit.text.replace(/,?\s+$/, '');
  return { nl: `Schrijf ${text}.`, en: `Write ${text}.`, edits: [edit] };
};

/** The wrong word on its own line, replaced. */
function insteadOf(source: Source, path: Path, { instead }: Report): Edit | undefined {
  if (!instead) return undefined;
  const { line, column } = source.placeOf(path);
  const found = (source.text.split(/\r?\n/)[line - 1] ?? '').indexOf(instead.old, column - 1);
  return found < 0 ? undefined : { line, column: found + 1, length: instead.old.length, text: instead.new };
}

/** A key in front of the first one of its map, in the style (flow or block) that the map is written in. */
function insertion(source: Source, path: Path, { insert }: Report): Edit | undefined {
  const [first] = Object.keys(mapIn(source.at(path)));
  if (!insert || first === undefined) return undefined;
  const { line, column } = source.placeOf([...path, first]);
  const before = (source.text.split(/\r?\n/)[line - 1] ?? '').slice(0, column - 1);
  const end = before.trim() === '' ? `\n${before}` : ', ';
  return { line, column, length: 0, text: `${insert.key}: ${insert.value}${end}` };
}
