/** One person on a lease; every value is text exactly as the file had it, trimmed, so leading zeros survive. */
export interface PersonRow {
  /** The house's own id of a person it knows; a file has none. */
  readonly id?: string;
  /** The administration's own number of the person, when the file has it. */
  readonly relation?: string;
  readonly role: 'tenant' | 'coTenant' | 'occupant';
  readonly initials?: string;
  readonly prefix?: string;
  readonly surname: string;
  readonly phone?: string;
  readonly email?: string;
  /** ISO 639-1. */
  readonly language?: string;
}

/** What a file says about one lease: a dwelling, the dates and the people. Absent means: the file has no such column. */
export interface HouseholdContent {
  readonly lease: string;
  readonly unit: string;
  readonly complex?: string;
  readonly street: string;
  readonly number: string;
  readonly addition?: string;
  /** `1234 AB`. */
  readonly postcode: string;
  readonly place: string;
  readonly staircase?: string;
  /** A whole number as text; 0 is the ground floor. */
  readonly floor?: string;
  /** Days as `yyyy-mm-dd`. */
  readonly leaseStart?: string;
  readonly leaseEnd?: string;
  readonly persons: readonly PersonRow[];
  /** Event → day, from the columns `<gebeurtenis>Op`. */
  readonly history: { readonly [event: string]: string };
}

export interface HouseholdRow extends HouseholdContent {
  /** The line of the file where the lease is first met; the headings are line 1. */
  readonly line: number;
}

export type ErrorCode =
  | 'unreadable'
  | 'tooLarge'
  | 'noRows'
  | 'mappingUnknown'
  | 'columnMissing'
  | 'columnTwice'
  | 'cellCount'
  | 'valueMissing'
  | 'valueTooLong'
  | 'controlCharacter'
  | 'dateInvalid'
  | 'endBeforeStart'
  | 'postcodeInvalid'
  | 'numberInvalid'
  | 'roleUnknown'
  | 'emailInvalid'
  | 'phoneInvalid'
  | 'languageUnknown'
  | 'leaseDiffers'
  | 'personTwice'
  | 'noTenant'
  | 'leaseElsewhere'
  | 'historyRefused';

export interface RowError {
  readonly row: number;
  readonly column: string;
  readonly code: ErrorCode;
  /** Dutch, says what to do; without the cell's value, so that it may be logged. */
  readonly message: string;
}

export interface Notice {
  readonly code:
    | 'bsnDropped'
    | 'columnIgnored'
    | 'formulaKept'
    | 'encodingGuessed'
    | 'floorIgnored'
    | 'historyUnknown'
    | 'historyLate';
  readonly message: string;
}

/** The outcome of reading a file; with errors nothing of it may be stored. */
export interface ReadHouseholds {
  /** False when the file could not be read as a table at all. */
  readonly readable: boolean;
  /** Data lines read, headings and empty lines not counted. */
  readonly lines: number;
  /** One a lease. */
  readonly rows: readonly HouseholdRow[];
  readonly persons: number;
  readonly errors: readonly RowError[];
  readonly notices: readonly Notice[];
  readonly headings: readonly string[];
  readonly mapping: import('./columns.js').Mapping;
}
