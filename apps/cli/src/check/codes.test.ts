import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { codes, codesAs } from './codes.js';

const families = { Y: 12, D: 17, E: 9, C: 7, M: 6, P: 10, L: 6, W: 6 };
const soundness = ['T-S02', 'T-S05', 'T-S06', 'T-S07', 'T-S09', 'T-S11', 'T-T01', 'T-T02'];
const closed = [
  ...Object.entries(families).flatMap(([family, many]) =>
    Array.from({ length: many }, (_, at) => `T-${family}${String(at + 1).padStart(2, '0')}`),
  ),
  ...soundness,
];

test('the list of codes is the closed one of the language, each with its page', () => {
  expect(JSON.parse(codesAs('json'))).toEqual(codes);
  expect(codes.map(({ code }) => code)).toEqual(closed);
  for (const { code, family, severity, title } of codes) {
    expect(code.startsWith(family)).toBe(true);
    expect(['error', 'warning']).toContain(severity);
    expect(title.nl && title.en).toMatch(/\S/);
  }
});

const root = new URL('../../../../', import.meta.url);
test.each(['nl', 'en'] as const)(
  'every code has its page of at most fifteen lines, and no page is left over (%s)',
  (language) => {
    const pages = readdirSync(new URL(`docs/${language}/findings/`, root)).map(
      (name) => `docs/${language}/findings/${name}`,
    );
    expect(pages.sort()).toEqual(codes.map(({ page }) => page[language]).sort());
    for (const { code, title, page } of codes) {
      const lines = readFileSync(new URL(page[language], root), 'utf8').trimEnd().split('\n');
      expect(lines[0]).toBe(`# ${code}: ${title[language]}`);
      expect(lines.length).toBeLessThanOrEqual(15);
    }
  },
);

test('as text each code has a line', () => {
  const lines = codesAs('text').split('\n');
  expect(lines).toHaveLength(closed.length);
  expect(lines[0]).toBe('T-Y01  error    Niet te lezen als YAML');
});
