import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url).pathname;
/** Words of this one use of the language: none of them may steer the core. */
const words =
  /renovat|hoarding|clutter|quorum|guestDwelling|logeerwoning|keukentafel|verhui(?:s|z)|registreren|nazorg|oplevering|begeleid/i;

const sources = ['packages/engine/src', 'packages/template/src'].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !name.startsWith('testing/'))
    .map((name) => `${folder}/${name}`),
);

test('nothing in the engine or in the language knows about renovation', () => {
  const found = sources.flatMap((file) =>
    readFileSync(root + file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (words.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(sources.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

test('the words are looked for where they would be noticed', () => {
  expect(words.test(readFileSync(`${root}config/base/renovation.yaml`, 'utf8'))).toBe(true);
});
