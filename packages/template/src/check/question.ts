import { entryOf, isTemplate, Library, type Entry, type Space } from '../library.js';
import { readYaml } from '../read/read.js';
import { corporationSchema, lawSchema } from '../schema.js';
import { shapeOf } from '../shape.js';
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

function need<T>({ file, text }: Text, schema: Parameters<typeof shapeOf<T>>[0]): T {
  const reading = readYaml(file, text);
  if ('finding' in reading) throw new Error(`${file}:${reading.finding.line} ${reading.finding.message.en}`);
  const shape = shapeOf(schema, reading.source);
  if ('value' in shape) return shape.value;
  const [first] = shape.findings;
  throw new Error(`${file}:${first?.line} ${first?.message.en} ${first?.path}`);
}

const entriesOf = (texts: readonly Text[], space: Space): Entry[] =>
  texts.flatMap(({ file, text }) => {
    const reading = readYaml(file, text);
    return 'source' in reading ? [entryOf(space, reading.source)] : [];
  });

/** What a template is judged against; throws when the corporation or its law cannot be read. */
export function againstOf(question: Omit<Question, 'file' | 'text'>): Against {
  const corporation = need(question.corporation, corporationSchema);
  const law = question.law(corporation.calendar.country.toLowerCase());
  if (!law) throw new Error(`There is no law of ${corporation.calendar.country}`);
  const entries = [...entriesOf(question.base, 'base'), ...entriesOf(question.own, 'own')];
  const { letter } = question;
  const library = new Library(entries.filter(isTemplate));
  return { corporation, law: need(law, lawSchema), library, ...(letter && { letter }) };
}

/** Answers one file of `thuisreis check`. Pure: equal questions give equal answers. */
export const check = (question: Question): CheckedFile =>
  checkTemplate(question.file, question.text, againstOf(question));
