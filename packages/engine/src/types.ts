/**
 * The words the whole house shares: a case's compiled template, its state, what can happen to it and what follows.
 * Everything is plain JSON, because it must survive Temporal's history and a column in PostgreSQL.
 * Names are those of CMMN 1.1, DMN 1.x and BPMN 2.0; their meaning is the template language's.
 */
export type * from './types/value.js';
export type * from './types/template.js';
export type * from './types/state.js';
export type * from './types/event.js';
export type * from './types/step.js';
