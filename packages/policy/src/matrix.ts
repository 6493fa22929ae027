/** Classes of data, from configuration to audit; security is decided per class, never per screen. */
export const CLASSES = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'] as const;
export type Class = (typeof CLASSES)[number];

/** What a person is in the house; a corporation's own roles each fill one profile. `system` is the engine's own hand. */
export const PROFILES = [
  'caseManager',
  'teamLead',
  'planner',
  'administrator',
  'partnerMember',
  'contractor',
  'researcher',
  'auditor',
  'system',
] as const;
export type Profile = (typeof PROFILES)[number];

/**
 * One cell: rights (R read, W write, A approve) and scopes that narrow them: t team, o own cases, g named grant,
 * k fields of the partner's task, i instruction only, p pseudonym, x aggregate. An absent cell is a no.
 */
export type Rights = 'R' | 'RW' | 'A' | 'RA';
export type Scope = 't' | 'o' | 'g' | 'k' | 'i' | 'p' | 'x';
export interface Cell {
  readonly rights: Rights;
  readonly scopes: readonly Scope[];
}
const cell = (rights: Rights, ...scopes: Scope[]): Cell => ({ rights, scopes });

/** The access matrix: the one table that `decide`, the row policies and the tests over every cell read. */
export const matrix: { readonly [P in Profile]: { readonly [C in Class]?: Cell } } = {
  caseManager: {
    D0: cell('R'),
    D1: cell('RW', 't'),
    D2: cell('RW', 'o'),
    D3: cell('RW', 'o', 'g'),
    D4: cell('RW', 'o'),
    D5: cell('RW', 'o', 'g'),
    D6: cell('R', 'o'),
    D7: cell('R', 'x'),
  },
  teamLead: {
    D0: cell('R'),
    D1: cell('RW', 't'),
    D2: cell('R', 't'),
    D4: cell('R', 't'),
    D6: cell('RA', 't'),
    D7: cell('R', 'x'),
    D8: cell('R', 't'),
  },
  planner: { D0: cell('R'), D1: cell('RW'), D2: cell('R', 't'), D6: cell('R', 'i') },
  administrator: { D0: cell('RW') },
  partnerMember: {
    D1: cell('R', 'k'),
    D2: cell('R', 'k'),
    D3: cell('R', 'k', 'g'),
    D4: cell('R', 'k'),
    D5: cell('R', 'k', 'g'),
    D6: cell('R', 'i'),
  },
  contractor: { D1: cell('R', 'k'), D2: cell('R', 'k'), D6: cell('R', 'i') },
  researcher: { D7: cell('R', 'p') },
  auditor: { D0: cell('R'), D8: cell('R') },
  system: {
    D0: cell('RW'),
    D1: cell('RW'),
    D2: cell('RW'),
    D3: cell('RW'),
    D4: cell('RW'),
    D5: cell('RW'),
    D6: cell('RW'),
    D7: cell('RW'),
    D8: cell('R'),
  },
};

/** Scopes under which a row itself stays shut: the person sees a derived form only, made for the purpose. */
const derived: readonly Scope[] = ['k', 'i', 'p', 'x'];

/** The classes whose rows a profile may read directly; they become `app.classes` of the connection. */
export function classesOf(profile: Profile): Class[] {
  const row = matrix[profile];
  return CLASSES.filter((one) => {
    const found = row[one];
    return found !== undefined && found.rights !== 'A' && !found.scopes.some((scope) => derived.includes(scope));
  });
}
