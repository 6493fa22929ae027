import { systemActor } from '@thuisreis/policy';
import type { Database, Transaction } from '@thuisreis/read-model';
import { uuidOf } from '../case/answers.js';
import type { PeopleFile } from '../session/demo-people.js';
import type { Compiled } from './publish.js';

const writeTeam = `INSERT INTO team (corporation, id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
const writePartner = `INSERT INTO partner (corporation, id, slug, title) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;
const writeMember = `
  INSERT INTO member (corporation, id, login, name, profile, roles) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (corporation, id) DO UPDATE SET name = excluded.name, profile = excluded.profile, roles = excluded.roles`;
const joinTeam = `INSERT INTO team_member (corporation, team, member) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;
const joinPartner = `INSERT INTO partner_member (corporation, partner, member) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`;

/** Gives the people of the demo their seats; ids are derived, so that a second start finds the same people. */
export async function seatPeople(
  database: Database,
  file: PeopleFile,
  compiled: ReadonlyMap<string, Compiled>,
): Promise<void> {
  for (const [corporation, { corporation: described }] of compiled)
    await database.as(systemActor(corporation), (tx) => seat(tx, corporation, file, described.roles), { write: true });
}

async function seat(
  tx: Transaction,
  corporation: string,
  file: PeopleFile,
  roles: Readonly<Record<string, { readonly profile: string }>>,
): Promise<void> {
  const here = <T extends { corporation: string }>(list: readonly T[]): T[] =>
    list.filter((one) => one.corporation === corporation);
  const idOf = (kind: string, name: string): string => uuidOf(kind, corporation, name);
  for (const { id, title } of here(file.teams)) await tx.query(writeTeam, [corporation, idOf('team', id), title]);
  for (const { id, title } of here(file.partners))
    await tx.query(writePartner, [corporation, idOf('partner', id), id, title]);
  for (const { login, name, role, team, partner } of here(file.people)) {
    const member = idOf('member', login);
    const filled = Object.entries(roles)
      .filter(([, { profile }]) => profile === role)
      .map(([id]) => id);
    await tx.query(writeMember, [corporation, member, login, name, role, [...new Set([role, ...filled])]]);
    if (team) await tx.query(joinTeam, [corporation, idOf('team', team), member]);
    if (partner) await tx.query(joinPartner, [corporation, idOf('partner', partner), member]);
  }
}
