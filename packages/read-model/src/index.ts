export { Database, openDatabase, type DatabaseSettings, type Asked, type Row, type Transaction } from './database.js';
export { householdTemplate, knownLeases, type KnownLease } from './known-leases.js';
export { migrate, pendingMigrations, migrationNames, prepareDatabase } from './migrate.js';
export {
  Replica,
  type Applied,
  type AppliedEvent,
  type Applying,
  type CommandState,
  type Starting,
} from './replica/replica.js';
export {
  countParked,
  dropAnswers,
  endedCase,
  openCases,
  takePending,
  takeStarts,
  unpark,
  type StoredCase,
  type PendingCommand,
  type PendingStart,
} from './replica/sweep.js';
export { schemaText } from './schema-text.js';
export { rowsOf } from './replica/rows-of.js';
export { dataKey, seal, unseal } from './replica/sealed.js';
export { eraseHousehold } from './erase.js';
export { readJournal, type JournalLine } from './replica/journal.js';
export { countTally, freezeTally, type Count } from './tally.js';
