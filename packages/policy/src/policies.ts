import { matrix, PROFILES } from './matrix.js';
import { DATABASE_ROLES, TABLES, type Table } from './tables.js';

const RUNTIME = DATABASE_ROLES.filter((role) => role !== 'owner').map((role) => `thuisreis_${role}`);
const setting = (name: string): string => `nullif(current_setting('app.${name}', true), '')`;
const list = (name: string, type: string): string => `coalesce(${setting(name)}, '{}')::${type}[]`;
const OWN_CORPORATION = `corporation = ${setting('corporation')}`;
const PARTNER_PROFILES = `'partnerMember', 'contractor', 'researcher'`;
const STAFF = `${setting('profile')} NOT IN (${PARTNER_PROFILES})`;
const IS_SYSTEM = `${setting('profile')} = 'system'`;
const GRANTED = `SELECT a.household FROM case_access a WHERE a.member = ${setting('member')}::uuid AND (a.until IS NULL OR a.until > now())`;
const GRANTED_CASES = GRANTED.replace('a.household', 'a."case"');
const TEAM = `team IS NULL OR team = ANY (${list('teams', 'uuid')})`;
/** Who reads addresses and dates of every team: a D1 cell without a scope. */
const EVERYWHERE = PROFILES.filter((profile) => profile !== 'system' && matrix[profile].D1?.scopes.length === 0);
const PLACE = `(${TEAM} OR ${setting('profile')} IN (${EVERYWHERE.map((profile) => `'${profile}'`).join(', ')}))`;
/** Whatever is more than an address keeps to the team, or to those named for the case. */
const CLOSE = `(${TEAM} OR c.household IN (${GRANTED}))`;
/**
 * The row's own household or case, found by its key. `IN (SELECT …)` would say the same, and PostgreSQL would read every
 * household or case for it, at each look.
 */
const ownHousehold = (table: string, more = ''): string =>
  `EXISTS (SELECT FROM household h WHERE h.corporation = "${table}".corporation AND h.id = "${table}".household${more})`;
const ownCase = (table: string, more = ''): string =>
  `EXISTS (SELECT FROM "case" c WHERE c.corporation = "${table}".corporation AND c.id = "${table}"."case"${more})`;

const withD8 = (isScoped: boolean): string =>
  PROFILES.filter((profile) => profile !== 'system')
    .filter((profile) => matrix[profile].D8 && matrix[profile].D8.scopes.length > 0 === isScoped)
    .map((profile) => `'${profile}'`)
    .join(', ');
/** Records of others: all of them without a scope, those of the team's households with one. */
const recordsOf = (table: string): string =>
  `${setting('profile')} IN (${withD8(false)}) OR (${setting('profile')} IN (${withD8(true)}) AND ${ownHousehold(table)})`;

/**
 * Before there is an actor, a row may be found by exactly what its holder proves: the session by its token's hash,
 * the membership by the login or the subject that the identity provider vouched for.
 */
const PROVEN: { readonly [table: string]: string } = {
  session: `token_hash = ${setting('session')}`,
  member: `login = ${setting('login')} OR subject = ${setting('login')}`,
};

const NAMED_CLASS = `(class = ANY (${list('classes', 'text')}) AND (class NOT IN ('D3', 'D5') OR "case" IN (${GRANTED_CASES})))`;

function narrowed(table: Table): string | undefined {
  switch (table.narrowing) {
    case 'none':
      return undefined;
    case 'staff':
      return STAFF;
    case 'household':
      if (table.name === 'household') return `${STAFF} AND (${PLACE} OR id IN (${GRANTED}))`;
      return table.class === 'D1'
        ? ownHousehold(table.name)
        : ownHousehold(table.name, ` AND (${TEAM} OR h.id IN (${GRANTED}))`);
    case 'case':
      return table.name === 'case' || table.name === 'worklist'
        ? `${STAFF} AND (${PLACE} OR household IN (${GRANTED}))`
        : ownCase(table.name);
    case 'answer':
      return `${ownCase(table.name, ` AND (answer.class = 'D1' OR ${CLOSE})`)} AND ${NAMED_CLASS}`;
    case 'referral':
      return `(partner = ${setting('partner')}::uuid AND (ends_at IS NULL OR ends_at > now())) OR ${ownCase(table.name)}`;
    case 'sender':
      return `${STAFF} OR member = ${setting('member')}::uuid`;
    case 'owner':
      return `member = ${setting('member')}::uuid${table.class === 'D8' ? ` OR ${recordsOf(table.name)}` : ''}`;
  }
}

function restriction(table: Table): string | undefined {
  const rows = narrowed(table);
  if (rows === undefined) return undefined;
  const held =
    table.class === undefined || table.narrowing === 'owner'
      ? ''
      : ` AND '${table.class}' = ANY (${list('classes', 'text')})`;
  return `${IS_SYSTEM} OR ((${rows})${held})`;
}

/**
 * The floor under `decide`: one permissive policy a table opens the corporation's own rows and nothing else; a
 * restrictive one narrows what the API reads. Re-running the list gives the same catalog.
 */
export function emitPolicies(): string[] {
  return TABLES.flatMap((table) => {
    const proven = PROVEN[table.name];
    const using = proven === undefined ? OWN_CORPORATION : `${OWN_CORPORATION} OR ${proven}`;
    const narrow = restriction(table);
    return [
      `ALTER TABLE "${table.name}" ENABLE ROW LEVEL SECURITY`,
      `ALTER TABLE "${table.name}" FORCE ROW LEVEL SECURITY`,
      `DROP POLICY IF EXISTS corporation ON "${table.name}"`,
      `CREATE POLICY corporation ON "${table.name}" AS PERMISSIVE FOR ALL TO ${RUNTIME.join(', ')} USING (${using}) WITH CHECK (${OWN_CORPORATION})`,
      `DROP POLICY IF EXISTS readable ON "${table.name}"`,
      ...(narrow === undefined
        ? []
        : [
            `CREATE POLICY readable ON "${table.name}" AS RESTRICTIVE FOR SELECT TO thuisreis_api, thuisreis_report USING (${narrow})`,
          ]),
    ];
  });
}

/** Exactly the grants of the table list: everything else is taken away first. */
export function emitGrants(): string[] {
  const roles = RUNTIME.join(', ');
  return [
    `REVOKE ALL ON SCHEMA public FROM PUBLIC`,
    `GRANT USAGE ON SCHEMA public TO ${roles}`,
    ...TABLES.flatMap((table) => [
      `REVOKE ALL ON "${table.name}" FROM PUBLIC, ${roles}`,
      ...Object.entries(table.grants).map(
        ([role, rights]) => `GRANT ${rights} ON "${table.name}" TO thuisreis_${role}`,
      ),
    ]),
    `REVOKE ALL ON FUNCTION erase_household(text, uuid) FROM PUBLIC, ${roles}`,
    `GRANT EXECUTE ON FUNCTION erase_household(text, uuid) TO thuisreis_worker`,
  ];
}
