import { describe, expect, test } from '@jest/globals';
import { en } from './en.js';
import { nl } from './nl.js';

const placeholders = (sentence: string): string[] =>
  [...sentence.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? '').sort();

describe('the words of the workspace', () => {
  test('English has exactly the Dutch keys', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort());
  });
  test.each(Object.keys(nl) as (keyof typeof nl)[])('%s names the same values in both languages', (key) => {
    expect([...new Set(placeholders(en[key]))].filter(isName)).toEqual(
      [...new Set(placeholders(nl[key]))].filter(isName),
    );
    expect(en[key].trim()).not.toBe('');
  });
});

/** Words directly after a brace in a plural are text, not names. */
const isName = (name: string): boolean =>
  /^(count|date|field|limit|code|item|what|search|title|household|value|min|max|staircase|floor)$/.test(name);
