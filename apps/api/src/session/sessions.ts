import { createHash, randomBytes } from 'node:crypto';
import { classesOf, type Actor, type Profile } from '@thuisreis/policy';
import type { Database } from '@thuisreis/read-model';
import type {} from '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import { SESSION_COOKIE, type NoSession, type SessionSource } from '../http/front-door.js';
import * as sql from './session.sql.js';
import type { Session } from './session.js';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Sessions live in the database by the hash of their token: a stolen backup signs nobody in. */
export class Sessions implements SessionSource {
  constructor(private readonly database: Database) {}

  /** Opens a session for someone the identity provider vouched for; undefined for a stranger. */
  async open(login: string, issuer?: string): Promise<string | undefined> {
    const [member] = await this.database.prove({ login }, (tx) =>
      issuer === undefined
        ? tx.query<sql.MemberRow>(sql.memberByLogin, [login])
        : tx.query<sql.MemberRow>(sql.memberBySubject, [login, issuer]),
    );
    if (!member) return undefined;
    const token = randomBytes(32).toString('base64url');
    await this.database.as(
      actorOf(member),
      async (tx) => {
        await tx.query(sql.forgetOver, [member.id]);
        await tx.query(sql.openSession, [member.corporation, hashOf(token), member.id]);
      },
      { write: true },
    );
    return token;
  }

  async of(request: FastifyRequest, { use } = { use: false }): Promise<Session | NoSession> {
    const token = request.cookies[SESSION_COOKIE];
    if (!token || token.length > 100) return 'signedOut';
    const hash = hashOf(token);
    const asked = [[sql.findSession, [hash]], [sql.memberOfSession]] as const;
    const [[row] = [], [member] = []] = await this.database.proveBatch<[sql.SessionRow[], sql.MemberRow[]]>(
      { session: hash },
      asked,
    );
    if (!row) return 'signedOut';
    if (row.over) return 'sessionExpired';
    if (!member) return 'signedOut';
    const session = sessionOf(member, request.headers['x-thuisreis-language'] === 'en' ? 'en' : 'nl');
    if (use && row.unnoted) await this.database.batch(session.actor, [[sql.noteSeen, [hash]]], { write: true });
    return session;
  }

  /** Ends the session of a request, if it has one. */
  async close(request: FastifyRequest): Promise<void> {
    const session = await this.of(request);
    const token = request.cookies[SESSION_COOKIE];
    if (typeof session === 'string' || !token) return;
    await this.database.as(session.actor, (tx) => tx.query(sql.closeSession, [hashOf(token)]), { write: true });
  }
}

function sessionOf(row: sql.MemberRow, language: string): Session {
  const { login, name, title } = row;
  const corporation = { slug: row.corporation, title };
  return { actor: actorOf(row), login, name, role: row.profile, corporation, language };
}

function actorOf(row: sql.MemberRow): Actor {
  const profile: Profile = row.profile;
  return {
    corporation: row.corporation,
    member: row.id,
    profile,
    roles: row.roles,
    classes: classesOf(profile),
    teams: row.teams,
    ...(row.partner ? { partner: row.partner } : {}),
  };
}
