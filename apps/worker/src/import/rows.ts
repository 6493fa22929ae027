/** Writes households of a file: dwellings, households, persons, leases, and the stored starts of their journeys. */
import { createHash } from 'node:crypto';
import type { HouseholdRow, PersonRow } from '@thuisreis/household-import';
import type { Transaction } from '@thuisreis/read-model';
import type { StoredStart } from '../journeys.js';
import * as sql from './rows.sql.js';

/** What all households of one import share; `team` works on the project. */
export interface ImportPlace {
  readonly importId: string;
  readonly corporation: string;
  readonly project: string;
  readonly team: string | null;
  readonly member: string;
}
/** A row with the household it belongs to; `start` is there for a household that is new. */
export interface Placed {
  readonly household: string;
  readonly row: HouseholdRow;
  readonly start?: StoredStart;
}

/** The same cause always gives the same id, so that a retry writes nothing twice. */
export function idOf(...cause: readonly string[]): string {
  const hex = createHash('sha256').update(cause.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Writes new and changed households, a table at a time. Values that a row lacks keep what is there. */
export async function writeHouseholds(tx: Transaction, place: ImportPlace, rows: readonly Placed[]): Promise<void> {
  const { corporation, project } = place;
  const dwellings = await tx.query<{ id: string; number: string }>(sql.DWELLINGS, [
    corporation,
    project,
    JSON.stringify(unitsOf(place, rows)),
  ]);
  const dwellingOf = new Map(dwellings.map(({ id, number }) => [number, id]));
  const households = rows.map(({ household, row }) => ({
    id: household,
    dwelling: dwellingOf.get(row.unit),
    display_name: nameOf(row.persons[0]),
    language: row.persons[0]?.language,
  }));
  await tx.query(sql.HOUSEHOLDS, [corporation, project, place.team, JSON.stringify(households)]);
  await writePersons(tx, corporation, rows);
  const leases = rows.map(({ household, row }) => ({
    ...{ household, dwelling: dwellingOf.get(row.unit), contract: row.lease },
    ...{ from: row.leaseStart, until: row.leaseEnd, history: row.history },
  }));
  await tx.query(sql.LEASES, [corporation, JSON.stringify(leases)]);
  const starts = rows.flatMap(({ start }) => (start ? [{ id: start.start.case, event: start }] : []));
  await tx.query(sql.STARTS, [corporation, place.member, place.importId, JSON.stringify(starts)]);
}

/** One row a dwelling, also when the file has two leases of it: the later line counts. */
function unitsOf({ corporation, project }: ImportPlace, rows: readonly Placed[]): object[] {
  const units = new Map<string, object>();
  for (const { row } of rows) {
    const { unit, complex, street, number, addition, postcode, place, staircase, floor } = row;
    const id = idOf(corporation, project, 'dwelling', unit);
    const address = { street, house_number: number, addition, postcode, place };
    units.set(unit, { id, number: unit, complex, ...address, staircase, floor });
  }
  return [...units.values()];
}

/** People of a lease are those of the file: others leave with this import. */
async function writePersons(tx: Transaction, corporation: string, rows: readonly Placed[]): Promise<void> {
  const persons = rows.flatMap(({ household, row }) =>
    row.persons.map((person, index) => ({
      ...person,
      ...{ household, infix: person.prefix },
      id: person.id ?? idOf(corporation, household, 'person', row.lease, nameOf(person), String(index)),
    })),
  );
  const known = rows.filter(({ start }) => start === undefined).map(({ household }) => household);
  await tx.query(sql.LEFT, [corporation, known, persons.map(({ id }) => id)]);
  await tx.query(sql.PERSONS, [corporation, JSON.stringify(persons)]);
}

const nameOf = (person: PersonRow | undefined): string =>
  [person?.initials, person?.prefix, person?.surname].filter(Boolean).join(' ') || '–';
