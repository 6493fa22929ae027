/** What `check --format json` prints, as contract.md fixes it. Lines and columns count from 1. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}
export interface Edit {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
}
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: Words;
  readonly trace: readonly ({ readonly at: string } & Words)[];
  readonly repair: (Words & { readonly edits: readonly Edit[] }) | null;
}
export interface CheckedFile {
  readonly file: string;
  readonly template: {
    readonly kind: string;
    readonly name: string;
    readonly version: string;
    readonly hash: string;
  } | null;
  readonly findings: readonly Finding[];
}
export interface Answer {
  readonly ok: boolean;
  readonly files: readonly CheckedFile[];
}

const order = (a: Finding, b: Finding): number =>
  a.line - b.line || a.column - b.column || (a.code < b.code ? -1 : Number(a.code > b.code));

/** Sorted as promised; `ok` means no error, warnings are allowed. */
export function answerOf(files: readonly CheckedFile[]): Answer {
  const sorted = files.map((one) => ({ ...one, findings: [...one.findings].sort(order) }));
  return { ok: sorted.every((one) => one.findings.every((finding) => finding.severity !== 'error')), files: sorted };
}
