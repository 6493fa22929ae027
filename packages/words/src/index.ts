export { findingWords, type FindingCode } from './finding-words.js';
export { keyWords } from './grammar-words.js';
export { say } from './say.js';
export type { FindingWords, Words } from './words.js';
