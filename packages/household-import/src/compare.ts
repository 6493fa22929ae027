import type { HouseholdContent, HouseholdRow, PersonRow, ReadHouseholds } from './row.js';

/** Households of a file against those already known, told apart by their lease. */
export interface Comparison {
  readonly new: readonly HouseholdRow[];
  readonly changed: readonly HouseholdRow[];
  readonly unchanged: readonly HouseholdRow[];
}

/** Splits what was read; a column that the file lacks changes nothing, a known lease missing from it is left alone. */
export function compare(existing: Iterable<HouseholdContent>, read: Pick<ReadHouseholds, 'rows'>): Comparison {
  const known = new Map<string, HouseholdContent>();
  for (const household of existing) known.set(household.lease, household);
  const result = { new: [] as HouseholdRow[], changed: [] as HouseholdRow[], unchanged: [] as HouseholdRow[] };
  for (const row of read.rows) {
    const before = known.get(row.lease);
    result[before === undefined ? 'new' : sameHousehold(before, row) ? 'unchanged' : 'changed'].push(row);
  }
  return result;
}

const FIELDS = ['unit', 'complex', 'street', 'number', 'addition', 'postcode', 'place', 'staircase', 'floor'] as const;
const DATES = ['leaseStart', 'leaseEnd'] as const;

function sameHousehold(before: HouseholdContent, row: HouseholdContent): boolean {
  if ([...FIELDS, ...DATES].some((field) => row[field] !== undefined && row[field] !== before[field])) return false;
  if (Object.entries(row.history).some(([event, day]) => before.history[event] !== day)) return false;
  if (before.persons.length !== row.persons.length) return false;
  return row.persons.every((person) => before.persons.some((other) => samePerson(other, person)));
}

const PERSON = ['relation', 'role', 'initials', 'prefix', 'surname', 'phone', 'email', 'language'] as const;

const samePerson = (before: PersonRow, person: PersonRow): boolean =>
  PERSON.every((field) => person[field] === undefined || person[field] === before[field]);

/**
 * What the house knows after a row: the row's values, and the known ones where the file has no such column. People keep
 * their id when their number, or else their name, stays; whoever the file no longer names is gone.
 */
export function merged(before: HouseholdContent, row: HouseholdRow): HouseholdRow {
  const left = [...before.persons];
  const persons = row.persons.map((person) => {
    const at = left.findIndex((known) => isPerson(known, person));
    return at < 0 ? person : { ...left.splice(at, 1)[0], ...person };
  });
  return { ...before, ...row, persons, history: { ...before.history, ...row.history } };
}

const isPerson = (known: PersonRow, person: PersonRow): boolean =>
  known.relation !== undefined && person.relation !== undefined
    ? known.relation === person.relation
    : known.surname === person.surname && known.initials === person.initials && known.prefix === person.prefix;
