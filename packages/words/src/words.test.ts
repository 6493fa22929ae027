import { expect, test } from '@jest/globals';
import { findingWords, say } from './index.js';

const holes = (sentence: string): string[] => [...sentence.matchAll(/\{\w+\}/g)].map(([hole]) => hole).sort();

test.each(Object.entries(findingWords))('%s names the same things in both languages', (_, { sentence }) => {
  expect(holes([...new Set(holes(sentence.nl))].join())).toEqual(holes([...new Set(holes(sentence.en))].join()));
});

test('holes are filled in each language', () => {
  const words = say(
    { nl: 'Geen {name}.{hint}', en: 'No {name}.{hint}' },
    { name: 'x', hint: { nl: ' Ja?', en: ' Yes?' } },
  );
  expect(words).toEqual({ nl: 'Geen x. Ja?', en: 'No x. Yes?' });
});
