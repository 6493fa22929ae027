export const DATABASE_ROLES = ['owner', 'api', 'worker', 'replica', 'report'] as const;
export type DatabaseRole = (typeof DATABASE_ROLES)[number];

/** How rows are narrowed beyond the corporation for the role `api`; see policies.ts. */
export type Narrowing =
  | 'none' // the corporation's own configuration: everyone in it, partners too
  | 'staff' // everyone in the corporation but partners and researchers
  | 'household' // only the households the member may see
  | 'case' // only the cases the member may see
  | 'answer' // the case's, and of a class the member may read
  | 'referral' // the partner's own while it lasts, or the case's
  | 'sender' // staff, or the member's own: partners send commands too
  | 'owner'; // only the member's own rows, or those of the auditor

export interface Table {
  readonly name: string;
  readonly narrowing: Narrowing;
  /** Class of the row's content when it is one; the member must hold it. */
  readonly class?: 'D1' | 'D2' | 'D4' | 'D8';
  /** Role → rights as granted; columns limit an update. */
  readonly grants: { readonly [role in Exclude<DatabaseRole, 'owner'>]?: string };
}

const read = { api: 'SELECT', worker: 'SELECT', replica: 'SELECT' } as const;
const replicated = (api = 'SELECT'): Table['grants'] => ({
  api,
  worker: 'SELECT',
  replica: 'SELECT, INSERT, UPDATE, DELETE',
  report: 'SELECT',
});

/** Every table with a corporation, who may do what to it, and how its rows are narrowed. The catalog is compared with it. */
export const TABLES: readonly Table[] = [
  { name: 'corporation', narrowing: 'none', grants: { ...read, api: 'SELECT, INSERT, UPDATE' } },
  { name: 'member', narrowing: 'none', grants: { ...read, api: 'SELECT, INSERT, UPDATE' } },
  { name: 'team', narrowing: 'staff', grants: { ...read, api: 'SELECT, INSERT, UPDATE' } },
  { name: 'team_member', narrowing: 'none', grants: { ...read, api: 'SELECT, INSERT, DELETE' } },
  { name: 'partner', narrowing: 'none', grants: { ...read, api: 'SELECT, INSERT, UPDATE' } },
  { name: 'partner_member', narrowing: 'none', grants: { ...read, api: 'SELECT, INSERT, DELETE' } },
  { name: 'session', narrowing: 'none', grants: { api: 'SELECT, INSERT, UPDATE, DELETE' } },
  { name: 'template_version', narrowing: 'staff', grants: { ...read, api: 'SELECT, INSERT' } },
  { name: 'calendar', narrowing: 'staff', grants: { ...read, api: 'SELECT, INSERT' } },
  { name: 'project', narrowing: 'staff', grants: { ...read, api: 'SELECT, INSERT, UPDATE', report: 'SELECT' } },
  {
    name: 'dwelling',
    narrowing: 'staff',
    class: 'D1',
    grants: { ...read, worker: 'SELECT, INSERT, UPDATE', report: 'SELECT' },
  },
  { name: 'household', narrowing: 'household', class: 'D1', grants: { ...read, worker: 'SELECT, INSERT, UPDATE' } },
  {
    name: 'person',
    narrowing: 'household',
    class: 'D2',
    grants: { api: 'SELECT, INSERT, UPDATE', worker: 'SELECT, INSERT, UPDATE, DELETE' },
  },
  { name: 'lease', narrowing: 'household', class: 'D1', grants: { ...read, worker: 'SELECT, INSERT, UPDATE' } },
  { name: 'case', narrowing: 'case', class: 'D1', grants: replicated() },
  {
    name: 'case_access',
    narrowing: 'owner',
    // The policies of cases and households ask this table, so whoever reads those must be able to.
    grants: { api: 'SELECT, INSERT', worker: 'SELECT, INSERT', replica: 'SELECT, INSERT', report: 'SELECT' },
  },
  { name: 'task', narrowing: 'case', grants: replicated() },
  {
    name: 'worklist',
    narrowing: 'case',
    class: 'D1',
    grants: replicated('SELECT, UPDATE (assignee, claimed_at, snoozed_until)'),
  },
  { name: 'journal', narrowing: 'case', grants: { ...read, replica: 'SELECT, INSERT' } },
  {
    name: 'answer',
    narrowing: 'answer',
    grants: {
      api: 'SELECT, INSERT',
      worker: 'SELECT, INSERT, DELETE',
      replica: 'SELECT, UPDATE (status, revision), DELETE',
    },
  },
  { name: 'stage_interval', narrowing: 'case', grants: replicated() },
  {
    name: 'data_key',
    narrowing: 'none',
    grants: { api: 'SELECT, INSERT', worker: 'SELECT, INSERT, UPDATE', replica: 'SELECT, INSERT' },
  },
  {
    name: 'import',
    narrowing: 'staff',
    class: 'D2',
    grants: { api: 'SELECT, INSERT', worker: 'SELECT, UPDATE' },
  },
  { name: 'import_mapping', narrowing: 'staff', grants: { ...read, api: 'SELECT, INSERT, UPDATE, DELETE' } },
  {
    name: 'command',
    narrowing: 'sender',
    grants: {
      api: 'SELECT, INSERT, UPDATE (lease_until)',
      worker: 'SELECT, INSERT, UPDATE (lease_until)',
      replica: 'SELECT, UPDATE, DELETE',
    },
  },
  { name: 'access_log', narrowing: 'owner', class: 'D8', grants: { api: 'SELECT, INSERT', report: 'SELECT' } },
  {
    name: 'audit',
    narrowing: 'owner',
    class: 'D8',
    grants: { api: 'SELECT, INSERT', worker: 'INSERT', replica: 'INSERT', report: 'SELECT' },
  },
  {
    name: 'contact',
    narrowing: 'household',
    class: 'D2',
    grants: { api: 'SELECT, INSERT', worker: 'SELECT, DELETE' },
  },
  {
    name: 'note',
    narrowing: 'household',
    class: 'D4',
    grants: { api: 'SELECT, INSERT', worker: 'SELECT (corporation, household), DELETE' },
  },
  {
    name: 'promise',
    narrowing: 'household',
    class: 'D2',
    grants: {
      api: 'SELECT, INSERT, UPDATE (kept_at, told)',
      worker: 'SELECT (corporation, household), DELETE',
    },
  },
  {
    name: 'letter',
    narrowing: 'case',
    grants: { api: 'SELECT, UPDATE (state)', worker: 'SELECT, INSERT, UPDATE' },
  },
  {
    name: 'referral',
    narrowing: 'referral',
    grants: { api: 'SELECT, UPDATE (state, ends_at)', worker: 'SELECT, INSERT, UPDATE' },
  },
  { name: 'tally', narrowing: 'staff', grants: { ...read, worker: 'SELECT, INSERT, UPDATE', report: 'SELECT' } },
  { name: 'tally_member', narrowing: 'staff', grants: { worker: 'SELECT, INSERT, UPDATE' } },
];
