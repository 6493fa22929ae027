export { findingWords, type FindingCode, type FindingWords, type Words } from './finding-words.js';
export { say } from './say.js';
