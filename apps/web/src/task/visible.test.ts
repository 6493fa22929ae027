import { describe, expect, test } from '@jest/globals';
import type { DrawnForm } from './form.js';
import { visibleFields } from './visible.js';

const form: DrawnForm = {
  id: 'talk',
  pages: [
    {
      id: 'home',
      fields: [
        { path: 'home.adapted', type: 'boolean', label: 'Aangepast', mayDecline: true },
        { path: 'home.lift', type: 'boolean', label: 'Lift', visibleIf: ['fact', 'home.adapted'] },
        { path: 'home.note', type: 'text', label: 'Notitie', readOnly: true, visibleIf: null },
      ],
    },
    {
      id: 'care',
      visibleIf: ['>=', ['fact', 'persons.count'], ['literal', 3]],
      fields: [{ path: 'persons.room', type: 'text', label: 'Kamer' }],
    },
  ],
};
const shown = (entries: Parameters<typeof visibleFields>[1], known: unknown = {}): string[] =>
  visibleFields(form, entries, known).map((field) => field.path);

describe('what a form shows', () => {
  test('unknown hides, true shows, and a read-only field is visible', () => {
    expect(shown({})).toEqual(['home.adapted', 'home.note']);
    expect(shown({ 'home.adapted': true })).toEqual(['home.adapted', 'home.lift', 'home.note']);
  });
  test('declined is unknown', () => {
    expect(shown({ 'home.adapted': { declined: true } }, { 'home.adapted': true })).not.toContain('home.lift');
  });
  test('a page follows what is known', () => {
    expect(shown({}, { 'persons.count': 3 })).toContain('persons.room');
    expect(shown({}, { 'persons.count': 2 })).not.toContain('persons.room');
  });
  test('no form shows nothing', () => {
    expect(visibleFields(null, {}, {})).toEqual([]);
  });
});
