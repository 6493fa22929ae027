import type { Gap } from './settings-gaps.js';

/** What the database says about itself, seen with the eyes of the role `api`. */
export interface DatabaseFacts {
  readonly roles: readonly {
    readonly name: string;
    readonly superuser: boolean;
    readonly bypasses: boolean;
    readonly owns: number;
  }[];
  /** Tables with a corporation whose rows are not guarded against their owner too. */
  readonly unguarded: readonly string[];
  readonly settings: { readonly fsync: string; readonly synchronous_commit: string };
  readonly migrations: readonly string[];
  /** Milliseconds since 1970 on the database's clock and on ours. */
  readonly now: number;
  readonly ourNow: number;
  /** Members with a login of the demo. */
  readonly demoMembers: number;
}
const LARGEST_DIFFERENCE = 5_000;
const gap = (isOpen: boolean, code: string, repair: string): readonly Gap[] => (isOpen ? [{ code, repair }] : []);

/** What of the database forbids production; `wanted` are the migrations this version needs, in order. */
export function databaseGaps(facts: DatabaseFacts, wanted: readonly string[]): Gap[] {
  const { roles, settings, migrations } = facts;
  const strong = roles.filter(({ superuser, bypasses, owns }) => superuser || bypasses || owns > 0);
  const missing = wanted.filter((name) => !migrations.includes(name));
  const unknown = migrations.filter((name) => !wanted.includes(name));
  const difference = Math.abs(facts.now - facts.ourNow);
  return [
    ...strong.map(({ name }) => ({
      code: 'strongRole',
      repair: `${name} may pass row security: take SUPERUSER, BYPASSRLS and its tables away`,
    })),
    ...gap(facts.unguarded.length > 0, 'unguardedTables', `Run thuisreis migrate: ${facts.unguarded.join(', ')}`),
    ...gap(settings.fsync !== 'on', 'fsyncOff', 'Set fsync = on in PostgreSQL'),
    ...gap(settings.synchronous_commit === 'off', 'asynchronousCommit', 'Set synchronous_commit = on in PostgreSQL'),
    ...gap(missing.length > 0, 'migrationsMissing', `Run thuisreis migrate: ${missing.join(', ')}`),
    ...gap(unknown.length > 0, 'migrationsUnknown', `The database is newer than this version: ${unknown.join(', ')}`),
    ...gap(
      difference > LARGEST_DIFFERENCE,
      'clockOff',
      `Our clock and the database's differ by ${difference} ms: set them`,
    ),
    ...gap(facts.demoMembers > 0, 'demoMembers', 'The database holds people of the demo: use a database of your own'),
  ];
}
