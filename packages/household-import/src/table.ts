import { CsvError, parse } from 'csv-parse/sync';

export interface Line {
  /** Counts from 1, as a text editor does; a quoted cell may span lines, then it is the first. */
  readonly line: number;
  readonly cells: readonly string[];
}
export interface Table {
  readonly headings: readonly string[];
  readonly lines: readonly Line[];
  readonly encoding: string;
}
export interface Unreadable {
  readonly row: number;
  readonly code: 'unreadable' | 'tooLarge' | 'noRows';
  readonly message: string;
}

const MAX_BYTES = 16 * 1024 * 1024;
const MAX_LINES = 100_000;
const MAX_COLUMNS = 200;

/** Bytes to text: UTF-8 or UTF-16 with its mark, otherwise UTF-8, otherwise the Windows-1252 of older exports. */
function decode(bytes: Uint8Array): { text: string; encoding: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** The separator that the first line holds most often outside quotes. */
function delimiterOf(text: string): string {
  const first = (text.split(/\r?\n|\r/u, 1)[0] ?? '').replaceAll(/"[^"]*"/gu, '');
  const counts = [';', ',', '\t'].map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).sign;
}

/** A CSV file as a table of trimmed text; nothing is evaluated, a cell `=1+1` stays those four characters. */
export function readTable(bytes: Uint8Array): Table | Unreadable {
  if (bytes.length > MAX_BYTES)
    return { row: 1, code: 'tooLarge', message: 'Het bestand is groter dan 16 MB. Splits het.' };
  const { text, encoding } = decode(bytes);
  if (text.includes('\0'))
    return { row: 1, code: 'unreadable', message: 'Dit is geen tekstbestand. Bewaar het als CSV.' };
  try {
    return toTable(parseLines(text), encoding);
  } catch (error) {
    if (error instanceof CsvError) return broken(error);
    throw error;
  }
}

function parseLines(text: string): Line[] {
  const records: unknown = parse(text, {
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    to: MAX_LINES + 2,
  });
  if (!Array.isArray(records)) return [];
  return records.map(toLine).filter((line) => line.cells.some((cell) => cell !== ''));
}

function toLine(parsed: { record: string[]; info: { lines: number } }): Line {
  const breaks = parsed.record.join('').split('\n').length - 1;
  return { line: parsed.info.lines - breaks, cells: parsed.record.map((cell) => cell.trim()) };
}

function toTable(lines: readonly Line[], encoding: string): Table | Unreadable {
  const [head, ...rest] = lines;
  if (head === undefined || rest.length === 0) {
    return { row: 1, code: 'noRows', message: 'Het bestand bevat geen regels onder de kolomkoppen.' };
  }
  if (rest.length > MAX_LINES || head.cells.length > MAX_COLUMNS) {
    return { row: 1, code: 'tooLarge', message: 'Meer dan 100.000 regels of 200 kolommen. Splits het bestand.' };
  }
  return { headings: head.cells, lines: rest, encoding };
}

function broken(error: CsvError): Unreadable {
  const row = typeof error['lines'] === 'number' ? error['lines'] : 1;
  return {
    row,
    code: 'unreadable',
    message: 'De regel is niet te lezen: een aanhalingsteken staat verkeerd of sluit niet.',
  };
}
