import { readCorporation, readLaw } from '../house.js';
import { entryOf, isTemplate, Library, type Entry, type Space } from '../library.js';
import { readYaml } from '../read/read.js';
import type { CheckedFile } from './answer.js';
import { checkTemplate, type Against } from './check.js';

export interface Text {
  readonly file: string;
  readonly text: string;
}
/** Everything a check reads, handed in: this package opens no file. */
export interface Question {
  readonly file: string;
  readonly text: string;
  /** The nearest `corporation.yaml` upwards. */
  readonly corporation: Text;
  /** The law of a country, by its code in lower case. */
  readonly law: (country: string) => Text | undefined;
  /** Every YAML file below `base` and below the corporation's folder. */
  readonly base: readonly Text[];
  readonly own: readonly Text[];
  /** Reads a letter's file by its path; absent where a text is checked by itself. */
  readonly letter?: (file: string) => Text | undefined;
}

const entriesOf = (texts: readonly Text[], space: Space): Entry[] =>
  texts.flatMap(({ file, text }) => {
    const reading = readYaml(file, text);
    return 'source' in reading ? [entryOf(space, reading.source)] : [];
  });

/** The last answer: files of one folder are asked about one after another, with the same texts around them. */
let remembered: { readonly key: readonly string[]; readonly against: Against } | undefined;
const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** What a template is judged against; throws when the corporation or its law cannot be read. */
export function againstOf(question: Omit<Question, 'file' | 'text'>): Against {
  const corporation = readCorporation(question.corporation.file, question.corporation.text);
  const { country } = corporation.calendar;
  const law = question.law(country.toLowerCase());
  if (!law) throw new Error(`There is no law of ${country}`);
  const { letter } = question;
  const texts = [question.corporation, law, ...question.base, { file: '', text: '' }, ...question.own];
  const key = texts.flatMap(({ file, text }) => [file, text]);
  if (!remembered || !isSame(remembered.key, key)) {
    const entries = [...entriesOf(question.base, 'base'), ...entriesOf(question.own, 'own')];
    const library = new Library(entries.filter(isTemplate));
    remembered = { key, against: { corporation, law: readLaw(law.file, law.text), library } };
  }
  return { ...remembered.against, ...(letter && { letter }) };
}

/** Answers one file of `thuisreis check`. Pure: equal questions give equal answers. */
export const check = (question: Question): CheckedFile =>
  checkTemplate(question.file, question.text, againstOf(question));
