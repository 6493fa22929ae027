import { expect, test } from '@jest/globals';
import { begin, step, type State, type Template } from '@thuisreis/engine';
import { compileCorporation } from '@thuisreis/template';
import { readFolder } from '../start/read-folder.js';
import { consentOf, neededOf } from './consent.js';

const config = new URL('../../../../config', import.meta.url).pathname;
const { templates } = compileCorporation(readFolder(config), 'waterkant');
const template = templates.find(({ name }) => name === 'kennismakingsproject') as Template;
const now = '2026-11-25T09:00:00.000Z';
const begun = begin(template, {}, [], now, { calendar: Object.keys(template.calendars ?? {})[0] ?? '' } as never);
if (!begun.accepted) throw new Error('The project cannot begin');

const counted = (eligible: number, agreed: number): State => {
  let state = begun.state;
  for (const [number, [tally, count]] of Object.entries({ eligible, agreed }).entries()) {
    const next = step(template, state, { type: 'tally', tally, count, number: number + 1 }, now);
    if (next.accepted) ({ state } = next);
  }
  return state;
};

test('what is needed is what the template’s own milestone asks: seven of ten', () => {
  const needed = [10, 11, 174].map((eligible) => neededOf({ template, state: counted(eligible, 0) }, eligible));
  expect(needed).toEqual([7, 8, 122]);
});

test('the count of consent, open and reached', () => {
  const own = { template, state: counted(174, 118) };
  expect(consentOf({ eligible: 174, agreed: 118, refused: 6 }, own)).toEqual({
    ...{ agreed: 118, refused: 6, open: 50, eligible: 174, needed: 122, reached: false },
  });
  const reached = { template, state: counted(174, 122) };
  expect(consentOf({ eligible: 174, agreed: 122 }, reached)).toMatchObject({ needed: 122, reached: true, open: 52 });
});

test('nothing counted is nothing to show', () => {
  expect(consentOf(null, undefined)).toBeNull();
  expect(consentOf({ agreed: 3 }, undefined)).toBeNull();
});
