import { ALIASES } from './headings.js';
import type { Notice, RowError } from './row.js';

export const COLUMNS = [
  'complexnr',
  'eenheidnr',
  'straat',
  'huisnummer',
  'toevoeging',
  'postcode',
  'plaats',
  'trap',
  'etage',
  'contractnr',
  'ingangsdatum',
  'einddatum',
  'relatienr',
  'rol',
  'voorletters',
  'tussenvoegsel',
  'achternaam',
  'telefoon',
  'email',
  'taal',
] as const;
export type Column = (typeof COLUMNS)[number];
/** Column of ours → heading in the file. */
export type Mapping = { readonly [column in Column]?: string };

const REQUIRED: readonly Column[] = ['contractnr', 'straat', 'huisnummer', 'postcode', 'plaats', 'achternaam'];
const BSN = new Set(['bsn', 'burgerservicenummer', 'sofinummer', 'sofinr', 'bsnnr', 'bsnnummer']);
const HISTORY = /^([a-z][a-zA-Z]{2,40})Op$/u;

const fold = (heading: string): string =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '');

/** True for a heading of citizen service numbers, which have no ground here. */
export const isForbidden = (heading: string): boolean => BSN.has(fold(heading));

/** A proposal for the mapping from the headings of a file; what is not recognised is left out. */
export function guessMapping(headings: readonly string[]): Mapping {
  const found: { [column in Column]?: string } = {};
  for (const heading of headings) {
    const folded = fold(heading);
    const column =
      COLUMNS.find((known) => known === folded) ?? (Object.hasOwn(ALIASES, folded) ? ALIASES[folded] : undefined);
    if (column !== undefined && found[column] === undefined) found[column] = heading;
  }
  return found;
}

/** An outsider's mapping, written either way round: our column to their heading or their heading to our column. */
export function toMapping(told: unknown): Mapping {
  const known: readonly string[] = COLUMNS;
  const pairs = typeof told === 'object' && told !== null ? Object.entries(told) : [];
  const turned = pairs.map(([key, value]) =>
    !known.includes(key) && known.includes(value) ? [value, key] : [key, value],
  );
  return Object.fromEntries(turned);
}

/** Where each value stands in a line. */
export interface Places {
  readonly at: { readonly [column in Column]?: number };
  readonly history: readonly { readonly event: string; readonly heading: string; readonly index: number }[];
  readonly errors: readonly RowError[];
  readonly notices: readonly Notice[];
}

/** Finds the columns named by `mapping` and says which headings are missing, double, forbidden or unused. */
export function placeColumns(headings: readonly string[], mapping: Mapping): Places {
  const forbidden = new Set(headings.filter(isForbidden));
  const at: { [column in Column]?: number } = {};
  const errors = [...doubles(headings), ...unknownColumns(mapping)];
  for (const column of COLUMNS) {
    const heading = mapping[column];
    const index = heading === undefined || forbidden.has(heading) ? -1 : headings.indexOf(heading);
    if (index >= 0) at[column] = index;
    else if (heading !== undefined || REQUIRED.includes(column)) errors.push(missing(column, heading));
  }
  const history = headings.flatMap((heading, index) => {
    const event = HISTORY.exec(heading)?.[1];
    return event === undefined || Object.values(at).includes(index) ? [] : [{ event, heading, index }];
  });
  const used = new Set([...Object.values(at), ...history.map((column) => column.index)]);
  return { at, history, errors, notices: unused(headings, used, forbidden) };
}

function missing(column: Column, heading: string | undefined): RowError {
  const message =
    heading === undefined
      ? `Kolom "${column}" ontbreekt. Voeg de kolom toe of wijs in de koppeling een kolom aan.`
      : `De koppeling wijst voor "${column}" een kolom aan die niet in het bestand staat.`;
  return { row: 1, column, code: 'columnMissing', message };
}

function doubles(headings: readonly string[]): RowError[] {
  const twice = headings.filter((heading, index) => heading !== '' && headings.indexOf(heading) !== index);
  return [...new Set(twice)].map((column) => ({
    row: 1,
    column,
    code: 'columnTwice' as const,
    message: `Kolom "${column}" staat er twee keer. Haal er een weg.`,
  }));
}

function unknownColumns(mapping: Mapping): RowError[] {
  const known: readonly string[] = COLUMNS;
  return Object.keys(mapping)
    .filter((column) => !known.includes(column))
    .map((column) => ({
      row: 1,
      column,
      code: 'mappingUnknown' as const,
      message: `De koppeling noemt "${column}"; dat is geen kolom die wij kennen. Kies uit: ${COLUMNS.join(', ')}.`,
    }));
}

function unused(headings: readonly string[], used: ReadonlySet<number>, forbidden: ReadonlySet<string>): Notice[] {
  return headings.flatMap((heading, index): Notice[] => {
    if (used.has(index) || heading === '') return [];
    if (!forbidden.has(heading)) return [{ code: 'columnIgnored', message: `Kolom "${heading}" wordt niet gebruikt.` }];
    return [
      { code: 'bsnDropped', message: `Kolom "${heading}" is weggelaten: het BSN mag hier niet worden verwerkt.` },
    ];
  });
}
