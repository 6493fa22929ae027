import { findingWords, say, type FindingCode, type Words } from '@thuisreis/words';
import type { Finding, Place } from '../finding.js';
import type { CheckFinding, Edit } from '../check/answer.js';

/** A text that cannot be read: thrown inside the reader, answered as its only finding. */
export class Refusal extends Error {
  constructor(
    readonly code: FindingCode,
    readonly place: Place = { line: 1, column: 1 },
    readonly params: Readonly<Record<string, string | Words>> = {},
    readonly edits: readonly Edit[] = [],
  ) {
    super(code);
  }

  in(file: string): CheckFinding & Finding {
    const { code, place, params, edits } = this;
    const { severity, sentence, repair } = findingWords[code];
    const words = { message: say(sentence, params), trace: [], repair: { ...say(repair, params), edits } };
    return { code, severity, file, ...place, path: '', ...words };
  }
}
