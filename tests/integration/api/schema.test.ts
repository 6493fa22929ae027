import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { emitSchema } from '../../../apps/api/src/graphql/emit-schema.js';

const committed = readFileSync(new URL('../../../apps/api/schema.graphql', import.meta.url), 'utf8');

test('the committed schema is the emitted one', async () => {
  expect(await emitSchema()).toBe(committed);
});

test('every mutation takes one input with a key and answers refusals and duplicate', () => {
  const mutations = Object.values(buildSchema(committed).getMutationType()?.getFields() ?? {});
  expect(mutations.length).toBeGreaterThan(0);
  for (const one of mutations) {
    expect(one.args.map(({ name }) => name)).toEqual(['input']);
    const input = String(one.args[0]?.type);
    expect(input).toBe(`${one.name.charAt(0).toUpperCase()}${one.name.slice(1)}Input!`);
    expect(String(one.type)).toBe(`${input.slice(0, -'Input!'.length)}Result!`);
  }
});
