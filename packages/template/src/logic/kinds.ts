import type { Words } from '@thuisreis/words';

/** The type of an expression, as far as the language tells them apart. `values` are those of an enum. */
export interface Kind {
  readonly is: 'truth' | 'whole' | 'decimal' | 'date' | 'length' | 'choice' | 'choices' | 'word' | 'list' | 'text';
  readonly values?: readonly string[];
}
export const truth: Kind = { is: 'truth' };
export const whole: Kind = { is: 'whole' };
export const decimal: Kind = { is: 'decimal' };
export const date: Kind = { is: 'date' };
export const length: Kind = { is: 'length' };
export const word: Kind = { is: 'word' };

export const kindWords: Readonly<Record<Kind['is'], Words>> = {
  truth: { nl: 'waar of onwaar', en: 'true or false' },
  whole: { nl: 'een geheel getal', en: 'a whole number' },
  decimal: { nl: 'een decimaal getal', en: 'a decimal number' },
  date: { nl: 'een datum', en: 'a date' },
  length: { nl: 'een lengte van tijd', en: 'a length of time' },
  choice: { nl: 'een keuze', en: 'a choice' },
  choices: { nl: 'een lijst van keuzes', en: 'a list of choices' },
  word: { nl: 'een tekst', en: 'a text' },
  list: { nl: 'een lijst', en: 'a list' },
  text: { nl: 'een persoonlijke tekst', en: 'personal text' },
};

const byType: Readonly<Record<string, Kind['is']>> = {
  boolean: 'truth',
  integer: 'whole',
  scale: 'whole',
  money: 'whole',
  number: 'decimal',
  date: 'date',
  duration: 'length',
  enum: 'choice',
  multiEnum: 'choices',
};
/** The kind of a field, param or legal value of this type; personal text and files are `text`. */
export function kindOfType(type: unknown, values: readonly string[] = []): Kind {
  const is = byType[String(type)] ?? 'text';
  return is === 'choice' || is === 'choices' ? { is, values } : { is };
}
export const isNumber = ({ is }: Kind): boolean => is === 'whole' || is === 'decimal';
