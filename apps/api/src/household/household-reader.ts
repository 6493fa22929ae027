import { Injectable } from '@nestjs/common';
import type { Json } from '@thuisreis/engine';
import { Database } from '@thuisreis/read-model';
import { say } from '../case/draw-form.js';
import { isUuid } from '../graphql/uuid.js';
import { opens } from '../session/rights.js';
import type { Session } from '../session/session.js';
import type { Household, HouseholdName, Person } from './household.graphql.js';
import * as sql from './household.sql.js';

/** One household with what the reader may see of it. */
@Injectable()
export class HouseholdReader {
  constructor(private readonly database: Database) {}

  async read(asker: Session, id: string): Promise<Household | null> {
    if (!isUuid(id) || !opens(asker, 'read', 'D1')) return null;
    const { corporation, member, classes } = asker.actor;
    return this.database.as(
      asker.actor,
      async (tx) => {
        const [row] = await tx.query<sql.HouseholdColumns>(sql.oneHousehold, [id]);
        const name = row && nameOf(row);
        if (!row || !name) return null;
        await tx.query(sql.logReading, [corporation, member, id, null, 'household', classes]);
        const persons = await tx.query<sql.PersonColumns>(sql.personsOf, [id]);
        const cases = await tx.query<sql.CaseLine>(sql.casesOf, [id]);
        const answers = await tx.query<{ path: string; value: Json }>(sql.answersOf, [id]);
        const contacts = await tx.query<sql.ContactColumns>(sql.contactsOf, [id]);
        const notes = await tx.query<sql.NoteColumns>(sql.notesOf, [id, member, asker.actor.roles]);
        return household({ name, row, persons, cases, answers, contacts, notes }, asker.language);
      },
      { write: true },
    );
  }
}

/** A household's line as lists show it; null for a case without one. */
export function nameOf(row: sql.HouseholdColumns): HouseholdName | null {
  if (row.household === null) return null;
  const { street, house_number: number, addition, postcode, place } = row;
  const address =
    street === null ? null : { street, number: number ?? '', addition, postcode: postcode ?? '', place: place ?? '' };
  return { id: row.household, displayName: row.display_name, address };
}

interface HouseholdRows {
  readonly name: HouseholdName;
  readonly row: sql.HouseholdColumns;
  readonly persons: readonly sql.PersonColumns[];
  readonly cases: readonly sql.CaseLine[];
  readonly answers: readonly { readonly path: string; readonly value: Json }[];
  readonly contacts: readonly sql.ContactColumns[];
  readonly notes: readonly sql.NoteColumns[];
}

function household(rows: HouseholdRows, language: string): Household {
  const { name, row } = rows;
  const cases = rows.cases.map((one) => ({
    ...one,
    template: one.template_name,
    title: say(one.title ?? undefined, language),
  }));
  return {
    ...name,
    dwelling: row.dwelling === null ? null : { id: row.dwelling, staircase: row.staircase, floor: row.floor },
    persons: rows.persons.map(person),
    cases: cases.filter(({ kind }) => kind !== 'escalation'),
    escalations: cases.filter(({ kind }) => kind === 'escalation').map((one) => ({ ...one, caseId: one.id })),
    contacts: rows.contacts.map((one) => ({ ...one, happenedOn: one.happened_on })),
    notes: rows.notes.map((one) => ({
      ...one,
      at: one.at.toISOString(),
      audience: one.audience.split(' ').filter(Boolean),
    })),
    answers: Object.fromEntries(rows.answers.map(({ path, value }) => [path, value])),
  };
}

const person = ({ id, role, initials, infix, surname, phone, email, language }: sql.PersonColumns): Person => ({
  id,
  role,
  name: [initials, infix, surname].filter(Boolean).join(' '),
  phone,
  email,
  language,
});
