import { describe, expect, test } from '@jest/globals';
import { answersOf, changedOnly } from './answers.js';
import { readEntry, startEntries } from './form.js';
import type { DrawnField } from './form.js';

const field = (over: Partial<DrawnField>): DrawnField => ({ path: 'a.b', type: 'text', label: 'A', ...over });

describe('reading what was entered', () => {
  test('money is typed in euros and kept in whole cents', () => {
    expect(readEntry(field({ type: 'money' }), '12,50')).toEqual({ value: 1250 });
    expect(readEntry(field({ type: 'money', max: 1000 }), '12,50')).toEqual({ wrong: 'tooBig', limit: '10' });
  });
  test.each(['twee', '1e3', '2.5'])('a whole number refuses %s', (typed) => {
    expect(readEntry(field({ type: 'integer' }), typed)).toEqual({ wrong: 'number' });
  });
  test('blanks are no answer', () => {
    expect(readEntry(field({}), '  ')).toBeUndefined();
  });
  test('no is an answer, an empty list is none', () => {
    expect(readEntry(field({ type: 'boolean' }), false)).toEqual({ value: false });
    expect(readEntry(field({ type: 'multiEnum' }), [])).toBeUndefined();
  });
  test('wil niet zeggen and later travel as they are', () => {
    const answers = answersOf([field({}), field({ path: 'c.d' })], {
      'a.b': { declined: true },
      'c.d': { later: true },
    });
    expect(answers).toEqual({ values: { 'a.b': { declined: true }, 'c.d': { later: true } }, wrong: [] });
  });
  test('a required field left empty is missing, an optional or read-only one is not', () => {
    const fields = [field({}), field({ path: 'o', optional: true }), field({ path: 'r', readOnly: true })];
    expect(answersOf(fields, {})).toEqual({ values: {}, wrong: [{ path: 'a.b', code: 'missingAnswer' }] });
  });
  test('a form opens with what is known', () => {
    const form = { id: 'f', pages: [{ id: 'p', fields: [field({ type: 'money' }), field({ path: 'x' })] }] };
    expect(startEntries(form, { 'a.b': 1250 })).toEqual({ 'a.b': '12.5' });
  });
});

test('only what was changed is sent, each with what was shown', () => {
  const known = { 'a.text': 'een', 'a.list': ['x', 'y'], 'a.left': 3 };
  const values = { 'a.text': 'twee', 'a.list': ['x', 'y'], 'a.left': 3, 'a.new': true };
  expect(changedOnly(values, known)).toEqual({
    values: { 'a.text': 'twee', 'a.new': true },
    seen: { 'a.text': 'een', 'a.new': null },
  });
});
