import type { Profile } from '@thuisreis/policy';

export interface MemberRow {
  readonly corporation: string;
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly profile: Profile;
  readonly roles: string[];
  readonly title: string;
  readonly teams: string[];
  readonly partner: string | null;
}

export const memberByLogin = `
  SELECT corporation, id, login, name, profile, roles, '' AS title, '{}'::text[] AS teams, NULL AS partner
  FROM member WHERE login = $1 AND disabled_at IS NULL`;

/** Whom an identity provider vouches for is known by the provider and its own name for the person, never by an address. */
export const memberBySubject = `
  SELECT corporation, id, login, name, profile, roles, '' AS title, '{}'::text[] AS teams, NULL AS partner
  FROM member WHERE subject = $1 AND issuer = $2 AND disabled_at IS NULL`;

export interface SessionRow {
  /** Ten hours old, or thirty minutes without use. */
  readonly over: boolean;
  /** Last noted more than a minute ago. */
  readonly unnoted: boolean;
}
/** Names the session's holder to the rest of the transaction; nobody else can, for only the token opens this row. */
export const findSession = `
  SELECT set_config('app.corporation', corporation, true), set_config('app.member', member::text, true),
         set_config('app.profile', 'researcher', true), until <= now() OR seen_at <= now() - interval '30 minutes' AS over,
         seen_at <= now() - interval '1 minute' AS unnoted
  FROM session WHERE token_hash = $1`;

/** The holder whom `findSession` has just named. */
export const memberOfSession = `
  SELECT m.corporation, m.id, m.login, m.name, m.profile, m.roles, c.title,
         ARRAY(SELECT t.team::text FROM team_member t WHERE t.corporation = m.corporation AND t.member = m.id) AS teams,
         (SELECT p.partner::text FROM partner_member p WHERE p.corporation = m.corporation AND p.member = m.id LIMIT 1)
           AS partner
  FROM member m JOIN corporation c ON c.corporation = m.corporation
  WHERE m.id = nullif(current_setting('app.member', true), '')::uuid AND m.disabled_at IS NULL`;

/** At most once a minute, so that reading stays reading. */
export const noteSeen = `
  UPDATE session SET seen_at = now() WHERE token_hash = $1 AND seen_at <= now() - interval '1 minute'`;

/** What a member's earlier sessions left behind. */
export const forgetOver = `
  DELETE FROM session WHERE member = $1 AND (until <= now() OR seen_at <= now() - interval '1 day')`;

export const openSession = `
  INSERT INTO session (corporation, token_hash, member, until) VALUES ($1, $2, $3, now() + interval '10 hours')`;

export const closeSession = `DELETE FROM session WHERE token_hash = $1`;
