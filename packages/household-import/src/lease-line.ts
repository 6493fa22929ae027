import {
  looksLikeFormula,
  readDay,
  readEmail,
  readFloor,
  readLanguage,
  readNumber,
  readPhone,
  readPostcode,
  readRole,
  readText,
} from './cell.js';
import type { Checked } from './cell.js';
import type { Column, Places } from './columns.js';
import type { HouseholdRow, PersonRow, RowError } from './row.js';
import type { Line } from './table.js';

/** One line of the file, checked: its lease with exactly one person. */
export interface LeaseLine {
  readonly household?: HouseholdRow;
  readonly errors: readonly RowError[];
  readonly formulas: number;
  /** 1 when the floor is a text that names no floor. */
  readonly floors: number;
}

type Reader = <T>(column: Column, check: (text: string) => Checked<T>) => T | undefined;

/** Checks every cell of a line, so that one reading shows all its errors. */
export function readLine(line: Line, places: Places, width: number): LeaseLine {
  const errors: RowError[] = [];
  const fail = (column: string, code: RowError['code'], message: string): void => {
    errors.push({ row: line.line, column, code, message });
  };
  if (line.cells.slice(width).some((cell) => cell !== '') || line.cells.length < width) {
    fail(
      '',
      'cellCount',
      `${line.cells.length} cellen, de koppen zijn er ${width}. Kijk naar aanhalingstekens en scheidingstekens.`,
    );
    return { errors, formulas: 0, floors: 0 };
  }
  const read: Reader = (column, check) => {
    const text = cellOf(line, places, column);
    if (text === undefined || (text === '' && column !== 'rol')) return undefined;
    const checked = check(text);
    if ('value' in checked) return checked.value;
    fail(column, checked.code, checked.message);
    return undefined;
  };
  for (const column of ['contractnr', 'straat', 'huisnummer', 'postcode', 'plaats', 'achternaam'] as const) {
    if (cellOf(line, places, column) === '') fail(column, 'valueMissing', `"${column}" is leeg. Vul de cel.`);
  }
  const household = householdOf(line.line, read, historyOf(line, places, fail));
  if (
    household.leaseStart !== undefined &&
    household.leaseEnd !== undefined &&
    household.leaseEnd < household.leaseStart
  ) {
    fail('einddatum', 'endBeforeStart', 'De einddatum ligt voor de ingangsdatum.');
  }
  const formulas = line.cells.filter(looksLikeFormula).length;
  const floor = cellOf(line, places, 'etage') ?? '';
  const counts = { formulas, floors: floor !== '' && readFloor(floor) === undefined ? 1 : 0 };
  return errors.length > 0 ? { errors, ...counts } : { household, errors, ...counts };
}

const cellOf = (line: Line, places: Places, column: Column): string | undefined => {
  const index = places.at[column];
  return index === undefined ? undefined : (line.cells[index] ?? '');
};

function historyOf(
  line: Line,
  places: Places,
  fail: (column: string, code: RowError['code'], message: string) => void,
) {
  const history: { [event: string]: string } = {};
  for (const { event, heading, index } of places.history) {
    const text = line.cells[index] ?? '';
    if (text === '') continue;
    const day = readDay(text);
    if ('value' in day) history[event] = day.value;
    else fail(heading, day.code, day.message);
  }
  return history;
}

function householdOf(line: number, read: Reader, history: HouseholdRow['history']): HouseholdRow {
  const lease = read('contractnr', readText) ?? '';
  const [number, postcode, addition] = [
    read('huisnummer', readNumber) ?? '',
    read('postcode', readPostcode) ?? '',
    read('toevoeging', readText),
  ];
  const unit = read('eenheidnr', readText) ?? [postcode.replace(' ', ''), number, addition].filter(Boolean).join('-');
  const [street, place] = [read('straat', readText) ?? '', read('plaats', readText) ?? ''];
  const optional = present({
    complex: read('complexnr', readText),
    addition,
    staircase: read('trap', readText),
    floor: readFloor(read('etage', readText) ?? ''),
    leaseStart: read('ingangsdatum', readDay),
    leaseEnd: read('einddatum', readDay),
  });
  return { line, lease, unit, street, number, postcode, place, ...optional, persons: [personOf(read)], history };
}

function personOf(read: Reader): PersonRow {
  const optional = present({
    relation: read('relatienr', readText),
    initials: read('voorletters', readText),
    prefix: read('tussenvoegsel', readText),
    phone: read('telefoon', readPhone),
    email: read('email', readEmail),
    language: read('taal', readLanguage),
  });
  return { role: read('rol', readRole) ?? 'tenant', surname: read('achternaam', readText) ?? '', ...optional };
}

type Present<T> = { [key in keyof T]?: Exclude<T[key], undefined> };
/** Without the absent ones, so that "not given" is an absent key. */
function present<T extends object>(values: T): Present<T> {
  const kept: Present<T> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) kept[key] = value as Present<T>[typeof key];
  }
  return kept;
}
