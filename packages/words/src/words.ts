/** A sentence in every language of the house; the type refuses a missing one. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}
/** What is said of one code; `{name}` and the like are filled in by `say`. */
export interface FindingWords {
  readonly severity: 'error' | 'warning';
  readonly title: Words;
  readonly sentence: Words;
  /** What a person can do about it, where no edit is certain. */
  readonly repair: Words;
}
