export {
  CLASSES,
  PROFILES,
  matrix,
  classesOf,
  type Class,
  type Profile,
  type Cell,
  type Rights,
  type Scope,
} from './matrix.js';
export { decide, systemActor, type Action, type Actor, type Subject } from './decide.js';
export { DATABASE_ROLES, TABLES, type DatabaseRole, type Table } from './tables.js';
export { emitGrants, emitPolicies } from './policies.js';
