import type { Text } from '@thuisreis/engine';

export interface HouseholdColumns {
  readonly household: string | null;
  readonly display_name: string | null;
  readonly street: string | null;
  readonly house_number: string | null;
  readonly addition: string | null;
  readonly postcode: string | null;
  readonly place: string | null;
  readonly dwelling: string | null;
  readonly staircase: string | null;
  readonly floor: number | null;
}
/** Of `household h` and its `dwelling d`. */
export const householdColumns = `
  h.id AS household, h.display_name, d.street, d.house_number, d.addition, d.postcode, d.place,
  d.id AS dwelling, d.staircase, d.floor`;

export const oneHousehold = `
  SELECT ${householdColumns} FROM household h
  LEFT JOIN dwelling d ON d.corporation = h.corporation AND d.id = h.dwelling
  WHERE h.id = $1`;

export interface PersonColumns {
  readonly id: string;
  readonly role: string;
  readonly initials: string | null;
  readonly infix: string | null;
  readonly surname: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: string | null;
}
export const personsOf = `
  SELECT id, role, initials, infix, surname, phone, email, language FROM person WHERE household = $1 ORDER BY role, id`;

export interface CaseLine {
  readonly id: string;
  readonly kind: string;
  readonly template_name: string;
  readonly title: Text | null;
  readonly status: string;
  readonly stage: string | null;
}
export const casesOf = `
  SELECT c.id, c.kind, c.template_name, t.title, c.status,
         (SELECT s.stage FROM stage_interval s WHERE s.corporation = c.corporation AND s."case" = c.id AND s.until IS NULL
          ORDER BY s."from" DESC LIMIT 1) AS stage
  FROM "case" c LEFT JOIN template_version t ON t.corporation = c.corporation AND t.hash = c.template_hash
  WHERE c.household = $1 ORDER BY c.started_at, c.id`;

/** The database leaves out what the reader's classes do not open. */
export const answersOf = `
  SELECT DISTINCT ON (a.path) a.path, a.value FROM answer a
  JOIN "case" c ON c.corporation = a.corporation AND c.id = a."case"
  WHERE c.household = $1 AND a.status = 'current' ORDER BY a.path, a.revision DESC`;

/** No log, no data: it is written before the household leaves the house. */
export const logReading = `
  INSERT INTO access_log (corporation, member, household, "case", what, classes) VALUES ($1, $2, $3, $4, $5, $6)`;

export interface ContactColumns {
  readonly id: string;
  readonly channel: string;
  readonly reached: boolean;
  readonly happened_on: string;
  readonly note: string | null;
  readonly by: string | null;
}
export const contactsOf = `
  SELECT c.id, c.channel, c.reached, c.happened_on::text, c.note, m.name AS by FROM contact c
  LEFT JOIN member m ON m.corporation = c.corporation AND m.id = c.member
  WHERE c.household = $1 ORDER BY c.happened_on DESC, c.created_at DESC LIMIT 200`;

export interface NoteColumns {
  readonly id: string;
  readonly text: string;
  readonly at: Date;
  readonly audience: string;
  readonly by: string | null;
}
/** $2 the reader, $3 their roles: a note is for its writer and for the roles that it names, or for all who read its class. */
export const notesOf = `
  SELECT n.id, n.text, n.created_at AS at, n.audience, m.name AS by FROM note n
  LEFT JOIN member m ON m.corporation = n.corporation AND m.id = n.member
  WHERE n.household = $1
    AND (n.member = $2 OR n.audience = '' OR string_to_array(n.audience, ' ') && $3::text[])
  ORDER BY n.created_at DESC LIMIT 200`;
