/** Writes one household of a file: dwelling, household, persons, lease, and the stored start of its journey. */
import { createHash } from 'node:crypto';
import type { HouseholdRow, PersonRow } from '@thuisreis/household-import';
import type { Transaction } from '@thuisreis/read-model';
import type { StoredStart } from '../journeys.js';

/** What all households of one import share. */
export interface ImportPlace {
  readonly importId: string;
  readonly corporation: string;
  readonly project: string;
  readonly member: string;
}

/** The same cause always gives the same id, so that a retry writes nothing twice. */
export function idOf(...cause: readonly string[]): string {
  const hex = createHash('sha256').update(cause.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const DWELLING = `INSERT INTO dwelling (corporation, id, project, complex, number, street, house_number, addition, postcode, place, staircase, floor)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  ON CONFLICT (corporation, project, number) DO UPDATE SET street = excluded.street RETURNING id`;
const HOUSEHOLD = `INSERT INTO household (corporation, id, project, dwelling, display_name, language)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`;
const PERSON = `INSERT INTO person (corporation, id, household, relation, role, initials, infix, surname, phone, email, language)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`;
const LEASE = `INSERT INTO lease (corporation, household, dwelling, contract, "from", until)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`;
const COMMAND = `INSERT INTO command (corporation, id, name, member, content_hash, "case", event)
  VALUES ($1, $2, 'startCase', $3, $4, $5, $6) ON CONFLICT DO NOTHING`;

/** Everything of one lease; `startFor` gives the start of the journey of a household. */
export async function writeHousehold(
  tx: Transaction,
  place: ImportPlace,
  row: HouseholdRow,
  startFor: (household: string, id: string) => StoredStart,
): Promise<void> {
  const { corporation, project } = place;
  const dwelling = await writeDwelling(tx, place, row);
  const household = idOf(corporation, 'household', row.lease);
  const [first] = row.persons;
  await tx.query(HOUSEHOLD, [corporation, household, project, dwelling, nameOf(first), first?.language]);
  for (const [index, person] of row.persons.entries()) await writePerson(tx, corporation, household, index, person);
  await tx.query(LEASE, [corporation, household, dwelling, row.lease, row.leaseStart, row.leaseEnd]);
  const id = idOf(corporation, 'case', row.lease);
  const start = JSON.stringify(startFor(household, id));
  await tx.query(COMMAND, [corporation, id, place.member, place.importId, id, start]);
}

async function writeDwelling(
  tx: Transaction,
  { corporation, project }: ImportPlace,
  row: HouseholdRow,
): Promise<string> {
  const floor = row.floor && /^-?\d+$/.test(row.floor) ? Number(row.floor) : null;
  const address = [row.street, row.number, row.addition, row.postcode, row.place];
  const id = idOf(corporation, project, 'dwelling', row.unit);
  const values = [corporation, id, project, row.complex, row.unit, ...address, row.staircase, floor];
  const [written] = await tx.query<{ id: string }>(DWELLING, values);
  return written?.id ?? id;
}

function writePerson(
  tx: Transaction,
  corporation: string,
  household: string,
  index: number,
  person: PersonRow,
): Promise<object[]> {
  const { relation, role, initials, prefix, surname, phone, email, language } = person;
  const id = idOf(corporation, household, 'person', String(index));
  const values = [corporation, id, household, relation, role, initials, prefix, surname, phone, email, language];
  return tx.query(PERSON, values);
}

const nameOf = (person: PersonRow | undefined): string =>
  [person?.initials, person?.prefix, person?.surname].filter(Boolean).join(' ') || '–';
