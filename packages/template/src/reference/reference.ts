import { keyWords, type Words } from '@thuisreis/words';
import type { Constraint, Scalar, Shape } from '../check/shape-kinds.js';
import { places, type PlaceInLanguage } from './places.js';

export type Language = keyof Words;
const scalars: Readonly<Record<Scalar, Words>> = {
  any: { nl: 'vrij', en: 'free' },
  value: { nl: 'waarde', en: 'value' },
  string: { nl: 'tekst', en: 'text' },
  boolean: { nl: 'true of false', en: 'true or false' },
  number: { nl: 'getal', en: 'number' },
  count: { nl: 'heel getal', en: 'whole number' },
  id: { nl: 'id', en: 'id' },
  text: { nl: 'tekst per taal', en: 'text for each language' },
  condition: { nl: 'voorwaarde', en: 'condition' },
  expression: { nl: 'uitdrukking', en: 'expression' },
  length: { nl: 'lengte', en: 'length' },
  event: { nl: 'gebeurtenis', en: 'event' },
  reference: { nl: 'naam@versie', en: 'name@version' },
  baseReference: { nl: 'base/naam@versie', en: 'base/name@version' },
  recipient: { nl: 'ontvanger', en: 'recipient' },
  version: { nl: 'versie', en: 'version' },
};
const words = {
  key: { nl: 'Sleutel', en: 'Key' },
  value: { nl: 'Waarde', en: 'Value' },
  must: { nl: 'Verplicht', en: 'Required' },
  meaning: { nl: 'Betekenis', en: 'Meaning' },
  yes: { nl: 'ja', en: 'yes' },
  listOf: { nl: 'lijst van', en: 'list of' },
  mapOf: { nl: 'per id:', en: 'by id:' },
  or: { nl: 'of', en: 'or' },
  keys: { nl: 'sleutels', en: 'keys' },
  task: { nl: 'een soort taak', en: 'a kind of task' },
  exactlyOne: { nl: 'Precies één van', en: 'Exactly one of' },
  atLeastOne: { nl: 'Minstens één van', en: 'At least one of' },
  excludes: { nl: 'Niet samen met', en: 'Not together with' },
  needs: { nl: 'vraagt ook', en: 'also needs' },
} as const satisfies Record<string, Words>;

/** What may stand behind a key, in words; another group of keys is a link to its table. */
function kindOf(shape: Shape, language: Language): string {
  const inner = (one: Shape): string => kindOf(one, language);
  if (typeof shape === 'string') return scalars[shape][language];
  if ('ref' in shape) return shape.ref === 'task' ? words.task[language] : linkTo(shape.ref, language);
  if ('oneOf' in shape) return shape.oneOf.map((one) => `\`${one}\``).join(' ');
  if ('items' in shape) return `${words.listOf[language]} ${inner(shape.items)}`;
  if ('map' in shape) return `${words.mapOf[language]} ${inner(shape.map)}`;
  if ('either' in shape) return shape.either.map(inner).join(` ${words.or[language]} `);
  const known = places.find((one) => one.shape === shape);
  return known ? linkTo(known.id, language) : words.keys[language];
}
function linkTo(id: string, language: Language): string {
  const found = places.find((one) => one.id === id);
  return found ? `[${found.title[language]}](#${id})` : id;
}

/** What a key means at this place; undefined for a key that nobody has described. */
export const meaningOf = (place: PlaceInLanguage, key: string): Words | undefined =>
  keyWords[`${place.id}.${key}`] ?? keyWords[key];

/** What one key asks of others, as a sentence below the table. */
function asked(one: Constraint, language: Language): string {
  const list = (keys: readonly string[]): string => keys.map((key) => `\`${key}\``).join(', ');
  if ('exactlyOne' in one) return `${words.exactlyOne[language]} ${list(one.exactlyOne)}.`;
  if ('atLeastOne' in one) return `${words.atLeastOne[language]} ${list(one.atLeastOne)}.`;
  if ('excludes' in one)
    return `${words.excludes[language]} ${list([one.excludes[0]])}: ${list(one.excludes.slice(1))}.`;
  return `\`${one.when}: ${one.is.join(' | ')}\` ${words.needs[language]} ${list(one.needs)}.`;
}

function table(place: PlaceInLanguage, language: Language): string {
  const { keys, required, also } = place.shape;
  const rows = Object.entries(keys).map(([key, shape]) => {
    const must = required.includes(key) ? words.yes[language] : '';
    return `| \`${key}\` | ${kindOf(shape, language)} | ${must} | ${meaningOf(place, key)?.[language] ?? ''} |`;
  });
  const head = [words.key, words.value, words.must, words.meaning].map((one) => one[language]);
  return [
    `<a id="${place.id}"></a>`,
    '',
    `### ${place.title[language]}`,
    '',
    `| ${head.join(' | ')} |`,
    '| --- | --- | --- | --- |',
    ...rows,
    ...also.flatMap((one) => ['', asked(one, language)]),
  ].join('\n');
}

/** The tables of the reference in one language, as Markdown; made of the grammar that the checker walks. */
export const referenceTables = (language: Language): string => places.map((one) => table(one, language)).join('\n\n');
