import { expect, test } from '@jest/globals';
import { schema } from '../index.js';

test('every reference of the schema has its definition', () => {
  const text = JSON.stringify(schema());
  const { $defs } = schema() as { $defs: Record<string, unknown> };
  const named = [...text.matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name!);
  expect([...new Set(named)].sort()).toEqual(Object.keys($defs).sort());
});
