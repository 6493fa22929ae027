import { guessMapping, placeColumns, toMapping } from './columns.js';
import type { Mapping } from './columns.js';
import { readLine } from './lease-line.js';
import type { HouseholdRow, Notice, PersonRow, ReadHouseholds, RowError } from './row.js';
import { readTable } from './table.js';
import type { Table, Unreadable } from './table.js';

/**
 * Reads a file of leases: one line a person, one household a `contractnr`.
 * Pure and total: whatever the bytes, the answer is rows or errors with their place, never an exception.
 */
export function readHouseholds(bytes: Uint8Array, mapping?: Mapping): ReadHouseholds {
  const table = readTable(bytes);
  if ('code' in table) return unreadable(table);
  const chosen = mapping === undefined ? guessMapping(table.headings) : toMapping(mapping);
  const places = placeColumns(table.headings, chosen);
  const about = { readable: true, lines: table.lines.length, headings: table.headings, mapping: chosen };
  const notices = [...encodingNotice(table), ...places.notices];
  if (places.errors.length > 0) return { ...about, rows: [], persons: 0, errors: places.errors, notices };
  const lines = table.lines.map((line) => readLine(line, places, table.headings.length));
  const { rows, errors } = group(lines.flatMap((line) => line.household ?? []));
  const formulas = lines.reduce((sum, line) => sum + line.formulas, 0);
  const floors = lines.reduce((sum, line) => sum + line.floors, 0);
  return {
    ...about,
    rows,
    persons: rows.reduce((sum, row) => sum + row.persons.length, 0),
    errors: [...lines.flatMap((line) => line.errors), ...errors].sort((a, b) => a.row - b.row),
    notices: [
      ...notices,
      ...(formulas > 0 ? [formulaNotice(formulas)] : []),
      ...(floors > 0 ? [floorNotice(floors)] : []),
    ],
  };
}

function unreadable({ row, code, message }: Unreadable): ReadHouseholds {
  const errors = [{ row, column: '', code, message }];
  return {
    readable: code === 'noRows',
    lines: 0,
    rows: [],
    persons: 0,
    errors,
    notices: [],
    headings: [],
    mapping: {},
  };
}

/** Lines of one lease become one household; they must agree on everything but the person. */
function group(lines: readonly HouseholdRow[]): { rows: HouseholdRow[]; errors: RowError[] } {
  const byLease = new Map<string, HouseholdRow>();
  const errors: RowError[] = [];
  for (const line of lines) {
    const first = byLease.get(line.lease);
    if (first === undefined) byLease.set(line.lease, line);
    else {
      errors.push(...contradictions(first, line));
      byLease.set(line.lease, { ...first, persons: [...first.persons, ...line.persons] });
    }
  }
  const rows = [...byLease.values()];
  return { rows, errors: [...errors, ...rows.flatMap(withoutTenant)] };
}

const SHARED = [
  ['eenheidnr', 'unit'],
  ['straat', 'street'],
  ['huisnummer', 'number'],
  ['toevoeging', 'addition'],
  ['postcode', 'postcode'],
  ['plaats', 'place'],
  ['ingangsdatum', 'leaseStart'],
  ['einddatum', 'leaseEnd'],
] as const;

function contradictions(first: HouseholdRow, next: HouseholdRow): RowError[] {
  const different = SHARED.filter(([, key]) => first[key] !== next[key]).map(([column]): RowError => ({
    row: next.line,
    column,
    code: 'leaseDiffers',
    message: `Anders dan op regel ${first.line}, terwijl het hetzelfde contract is. Maak ze gelijk.`,
  }));
  const twice = next.persons.some((person) => first.persons.some((other) => samePerson(person, other)));
  if (!twice) return different;
  const message = 'Deze persoon staat al bij dit contract. Haal de regel weg.';
  return [...different, { row: next.line, column: 'relatienr', code: 'personTwice', message }];
}

const samePerson = (a: PersonRow, b: PersonRow): boolean =>
  a.relation === undefined && b.relation === undefined
    ? a.surname === b.surname && a.initials === b.initials && a.prefix === b.prefix
    : a.relation === b.relation;

function withoutTenant(row: HouseholdRow): RowError[] {
  if (row.persons.some((person) => person.role === 'tenant')) return [];
  return [
    {
      row: row.line,
      column: 'rol',
      code: 'noTenant',
      message: 'Dit contract heeft geen huurder. Geef een persoon de rol huurder.',
    },
  ];
}

const encodingNotice = (table: Table): Notice[] =>
  table.encoding === 'windows-1252'
    ? [
        {
          code: 'encodingGuessed',
          message: 'Het bestand is gelezen als Windows-1252. Kijk of letters met accenten kloppen.',
        },
      ]
    : [];

const formulaNotice = (count: number): Notice => ({
  code: 'formulaKept',
  message: `${count} ${count === 1 ? 'cel lijkt' : 'cellen lijken'} op een formule en ${count === 1 ? 'is' : 'zijn'} als tekst bewaard.`,
});

const floorNotice = (count: number): Notice => ({
  code: 'floorIgnored',
  message: `${count} ${count === 1 ? 'etage is' : 'etages zijn'} geen getal en ${count === 1 ? 'blijft' : 'blijven'} leeg.`,
});
