import { expect, test } from '@jest/globals';
import { databaseGaps, type DatabaseFacts } from './database-gaps.js';

const good: DatabaseFacts = {
  roles: [{ name: 'thuisreis_api', superuser: false, bypasses: false, owns: 0 }],
  unguarded: [],
  settings: { fsync: 'on', synchronous_commit: 'on' },
  migrations: ['One1', 'Two2'],
  now: 1_000_000,
  ourNow: 1_004_000,
  demoMembers: 0,
};
const wanted = ['One1', 'Two2'];
const role = (change: object): Partial<DatabaseFacts> => ({ roles: [{ ...good.roles[0]!, ...change }] });

test('a database as it should be has no gap', () => {
  expect(databaseGaps(good, wanted)).toEqual([]);
});

test.each<[string, Partial<DatabaseFacts>]>([
  ['strongRole', role({ superuser: true })],
  ['strongRole', role({ bypasses: true })],
  ['strongRole', role({ owns: 3 })],
  ['unguardedTables', { unguarded: ['household'] }],
  ['fsyncOff', { settings: { fsync: 'off', synchronous_commit: 'on' } }],
  ['asynchronousCommit', { settings: { fsync: 'on', synchronous_commit: 'off' } }],
  ['migrationsMissing', { migrations: ['One1'] }],
  ['migrationsUnknown', { migrations: ['One1', 'Two2', 'Three3'] }],
  ['clockOff', { ourNow: 1_005_001 }],
  ['demoMembers', { demoMembers: 7 }],
])('%s is found alone', (code, change) => {
  expect(databaseGaps({ ...good, ...change }, wanted).map((gap) => gap.code)).toEqual([code]);
});
