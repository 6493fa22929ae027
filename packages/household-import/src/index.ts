export { compare, merged } from './compare.js';
export type { Comparison } from './compare.js';
export { COLUMNS, guessMapping, toMapping } from './columns.js';
export type { Column, Mapping } from './columns.js';
export { readHouseholds } from './read-households.js';
export type { ErrorCode, HouseholdContent, HouseholdRow, Notice, PersonRow, ReadHouseholds, RowError } from './row.js';
export { historyNotices, pastOf, type PastStep } from './past.js';
export { withoutForbidden } from './without-forbidden.js';
