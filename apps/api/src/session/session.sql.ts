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
  FROM member WHERE login = $1`;

export const memberById = `
  SELECT m.corporation, m.id, m.login, m.name, m.profile, m.roles, c.title,
         ARRAY(SELECT t.team::text FROM team_member t WHERE t.corporation = m.corporation AND t.member = m.id) AS teams,
         (SELECT p.partner::text FROM partner_member p WHERE p.corporation = m.corporation AND p.member = m.id LIMIT 1)
           AS partner
  FROM member m JOIN corporation c ON c.corporation = m.corporation
  WHERE m.id = $1`;

/** Ten hours old: signed out. Idle time is not looked at yet: `seen_at` would have to be written at every request. */
export const findSession = `
  SELECT corporation, member FROM session
  WHERE token_hash = $1 AND until > now()`;

export const openSession = `
  INSERT INTO session (corporation, token_hash, member, until) VALUES ($1, $2, $3, now() + interval '10 hours')`;

export const closeSession = `DELETE FROM session WHERE token_hash = $1`;
