/** What `check` answers about one place of one file; lines and columns count from 1, columns in UTF-16 units. */
export interface Finding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: { readonly nl: string; readonly en: string };
}

export interface Place {
  readonly line: number;
  readonly column: number;
}
