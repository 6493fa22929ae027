import type { Template } from '@thuisreis/engine';
import type { Transaction } from './database.js';

/** What the house knows of a lease, shaped as a file's row; absent is a value that is not known. */
export interface KnownLease {
  readonly project: string;
  readonly household: string;
  readonly lease: string;
  readonly unit: string;
  readonly complex?: string;
  readonly street: string;
  readonly number: string;
  readonly addition?: string;
  readonly postcode: string;
  readonly place: string;
  readonly staircase?: string;
  readonly floor?: string;
  readonly leaseStart?: string;
  readonly leaseEnd?: string;
  readonly persons: readonly KnownPerson[];
  readonly history: { readonly [event: string]: string };
}
export interface KnownPerson {
  readonly id: string;
  readonly relation?: string;
  readonly role: 'tenant' | 'coTenant' | 'occupant';
  readonly initials?: string;
  readonly prefix?: string;
  readonly surname: string;
  readonly phone?: string;
  readonly email?: string;
  readonly language?: string;
}

const LEASES = `
  SELECT jsonb_strip_nulls(jsonb_build_object('project', d.project, 'household', l.household, 'lease', l.contract, 'unit', d.number,
      'complex', d.complex, 'street', d.street, 'number', d.house_number, 'addition', d.addition, 'postcode', d.postcode,
      'place', d.place, 'staircase', d.staircase, 'floor', d.floor::text, 'leaseStart', l."from", 'leaseEnd', l.until,
      'history', l.history, 'persons', coalesce(p.persons, '[]'))) AS known
  FROM lease l
  JOIN dwelling d ON d.corporation = l.corporation AND d.id = l.dwelling
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('id', n.id, 'relation', n.relation, 'role', n.role, 'initials', n.initials,
      'prefix', n.infix, 'surname', n.surname, 'phone', n.phone, 'email', n.email, 'language', n.language)) AS persons
    FROM person n WHERE n.corporation = l.corporation AND n.household = l.household) p ON true
  WHERE l.corporation = $1 AND l.contract = ANY ($2)`;

/** Those of the given leases that the reader may see, in whatever project they stand. */
export async function knownLeases(
  tx: Transaction,
  corporation: string,
  contracts: readonly string[],
): Promise<KnownLease[]> {
  const rows = await tx.query<{ known: KnownLease }>(LEASES, [corporation, contracts]);
  return rows.map(({ known }) => known);
}

const TEMPLATE = `SELECT body FROM template_version WHERE corporation = $1 AND kind = 'household'
  ORDER BY name = $2 DESC, body->>'within' = $2 DESC NULLS LAST, name = 'renovation' DESC, created_at DESC,
    string_to_array(version, '.')::int[] DESC LIMIT 1`;

/** The project's own template when it is a household's; otherwise the household template that goes with it. */
export async function householdTemplate(
  tx: Transaction,
  corporation: string,
  name: string,
): Promise<Template | undefined> {
  const [version] = await tx.query<{ body: Template }>(TEMPLATE, [corporation, name]);
  return version?.body;
}
