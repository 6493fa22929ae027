import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@jest/globals';

const dist = 'apps/web/dist';
const BUDGET = 300_000;
const size = (file: string): number => gzipSync(readFileSync(join(dist, file))).length;

test('what the workspace loads first fits in 300 kB, compressed', () => {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const first = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  expect(first.some((file) => file.endsWith('.js'))).toBe(true);
  expect(first.reduce((sum, file) => sum + size(file), 0)).toBeLessThan(BUDGET);
});

test('all scripts together stay below it too', () => {
  const scripts = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'));
  const total = scripts.reduce((sum, file) => sum + size(join('assets', file)), 0);
  console.log(`${scripts.length} scripts, ${total} bytes compressed, budget ${BUDGET}`);
  expect(total).toBeLessThan(BUDGET);
});
