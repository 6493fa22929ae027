export { compileCalendar, easter } from './calendar.js';
export { compileTemplate } from './compile.js';
export { compileCorporation, templateFor, type CompiledCorporation, type Files } from './corporation.js';
export { NoExpression, nodesOf, parseExpression } from './expression.js';
export type { Finding, Place } from './finding.js';
export { canonical, hashOf } from './hash.js';
export { readYaml, type Reading, type Source } from './read.js';
export { templateSchema, type Corporation, type Law, type WrittenTemplate } from './schema.js';
