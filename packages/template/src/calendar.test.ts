import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';
import { compileCalendar } from './calendar.js';
import { readLaw } from './house.js';

const file = new URL('../../../config/law/nl.yaml', import.meta.url);
const law = readLaw('law/nl.yaml', readFileSync(file, 'utf8'));
const settings = { zone: 'Europe/Amsterdam', workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'], closed: [] };
const calendar = compileCalendar(settings, law.holidays);
const years = Array.from({ length: 16 }, (_, n) => 2020 + n);
/** Easter and Whit Sunday are Sundays: article 3 passes over them without naming them. */
const ofLaw =
  /^(Nieuwjaar|Goede Vrijdag|Tweede paasdag|Koningsdag|Bevrijdingsdag|Hemelvaartsdag|Tweede pinksterdag|Kerstmis|Tweede kerstdag)$/;

describe('the recognised holidays of article 3 of the Algemene termijnenwet', () => {
  test.each(years)('%i has those that a second source has', (year) => {
    const second = new Holidays('NL').getHolidays(year, 'nl').filter(({ name }) => ofLaw.test(name));
    const days = second.map(({ date }) => date.slice(0, 10)).sort();
    expect(calendar.holidays.filter((day) => day.startsWith(`${year}-`))).toEqual(days);
  });

  test("King's Day moves to Saturday when the 27th is a Sunday", () => {
    expect(calendar.holidays).toContain('2025-04-26');
    expect(calendar.holidays).not.toContain('2025-04-27');
    expect(calendar.holidays).toContain('2026-04-27');
  });
});
