import { expect, test } from '@jest/globals';
import type { Template } from '@thuisreis/engine';
import { seenIds } from './answers.js';

const field = (path: string, more: object): [string, object] => [
  path,
  { path, type: 'text', purpose: 'p', sensitivity: 'D2', isFact: false, ...more },
];
const template = {
  fields: Object.fromEntries([field('a.text', {}), field('a.choice', { type: 'enum', isFact: true, default: 'open' })]),
} as unknown as Template;
const shown = [
  { path: 'a.text', id: 'newest', value: 'twee' },
  { path: 'a.text', id: 'oldest', value: 'een' },
];
const facts = { 'a.text': { answer: 'newest' }, 'a.choice': 'agreed' };

test('a text that was seen becomes the id of the answer that said so, a fact stays itself', () => {
  expect(seenIds(template, facts, { 'a.text': 'twee', 'a.choice': 'agreed' }, shown)).toEqual(facts);
  expect(seenIds(template, facts, { 'a.text': 'een' }, shown)).toEqual({ 'a.text': { answer: 'oldest' } });
});

test('what no answer ever said matches none', () => {
  const said = seenIds(template, facts, { 'a.text': 'drie' }, shown)['a.text'];
  expect(shown.map(({ id }) => ({ answer: id }))).not.toContainEqual(said);
});

test('nothing, and a default that nobody answered yet, were nothing; skipped stays skipped', () => {
  const seen = { 'a.text': null, 'a.choice': 'open' };
  expect(seenIds(template, {}, seen, [])).toEqual({ 'a.text': null, 'a.choice': null });
  expect(seenIds(template, facts, { 'a.choice': 'open' }, shown)).toEqual({ 'a.choice': 'open' });
  expect(seenIds(template, {}, { 'a.text': { declined: true } }, [])).toEqual({ 'a.text': { declined: true } });
});
