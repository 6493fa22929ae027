import type { Finding } from '../finding.js';

export interface Edit {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}
/** A finding as `check --format json` prints it. */
export interface CheckFinding extends Finding {
  readonly trace: readonly { readonly at: string; readonly nl: string; readonly en: string }[];
  readonly repair: { readonly nl: string; readonly en: string; readonly edits: readonly Edit[] } | null;
}
export interface CheckedFile {
  readonly file: string;
  readonly template: {
    readonly kind: string;
    readonly name: string;
    readonly version: string;
    readonly hash: string;
  } | null;
  readonly findings: readonly CheckFinding[];
}
