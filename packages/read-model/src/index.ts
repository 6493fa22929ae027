export { Database, openDatabase, type DatabaseSettings, type Row, type Transaction } from './database.js';
export { migrate, prepareDatabase } from './migrate.js';
