import { clocks } from './findings/clocks.js';
import { expressions } from './findings/expressions.js';
import { locks } from './findings/locks.js';
import { names } from './findings/names.js';
import { privacy } from './findings/privacy.js';
import { soundness } from './findings/soundness.js';
import { tables } from './findings/tables.js';
import { tests } from './findings/tests.js';
import { text } from './findings/text.js';
import { words } from './findings/words.js';
import type { FindingWords } from './words.js';

/** The closed list of what the checker can answer, by code, in the order of the specification. */
export const findingWords = {
  ...text,
  ...names,
  ...expressions,
  ...clocks,
  ...tables,
  ...privacy,
  ...locks,
  ...words,
  ...soundness,
  ...tests,
} as const satisfies Record<string, FindingWords>;

export type FindingCode = keyof typeof findingWords;
