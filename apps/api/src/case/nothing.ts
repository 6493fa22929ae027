import type { CaseResult } from './case.graphql.js';

/** A refusal that names no case: absent and forbidden look the same. */
export const nothing = (code: string): CaseResult => ({
  refusals: [{ code }],
  duplicate: false,
  caseId: null,
  revision: null,
  case: null,
});
