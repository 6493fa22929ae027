import { readFileSync } from 'node:fs';
import { keyWords } from '@thuisreis/words';
import { expect, test } from '@jest/globals';
import { places } from './places.js';
import { meaningOf, referenceTables } from './reference.js';

const docs = new URL('../../../../docs/', import.meta.url).pathname;
const plain = (text: string): string => text.replace(/[ -]+/g, ' ');

test.each(['nl', 'en'] as const)(
  'the reference in %s is that of the grammar: make it again with docs/make-reference.mjs',
  (language) => {
    const page = readFileSync(`${docs}${language}/reference.md`, 'utf8');
    expect(plain(page)).toContain(plain(referenceTables(language)));
  },
);

test('every key has its meaning, and no meaning is left over', () => {
  const missing = places.flatMap((place) =>
    Object.keys(place.shape.keys).flatMap((key) => (meaningOf(place, key) ? [] : [`${place.id}.${key}`])),
  );
  const used = new Set(
    places.flatMap(({ id, shape }) => Object.keys(shape.keys).flatMap((key) => [key, `${id}.${key}`])),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(keyWords).filter((key) => !used.has(key))).toEqual([]);
});
