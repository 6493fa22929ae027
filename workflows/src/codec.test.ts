import { describe, expect, it } from '@jest/globals';
import type { Payload } from '@temporalio/common';
import type { Template } from '@thuisreis/engine';
import fc from 'fast-check';
import { caseNameOf, keyRing, keysInMemory, open, payloadCodec, seal, type KeyStore } from './codec.js';

const rootKey = new Uint8Array(32).fill(7);
const json = (value: unknown): Payload => ({
  metadata: { encoding: new TextEncoder().encode('json/plain') },
  data: new TextEncoder().encode(JSON.stringify(value)),
});
const read = (payload: Payload | undefined): unknown =>
  JSON.parse(new TextDecoder().decode(payload?.data ?? undefined));
const inCase = { type: 'workflow' as const, namespace: 'n', workflowId: 'case/c/1' };
const template = { dsl: 'thuisreis/1', name: 'base/x', version: '1', hash: 'abc', items: [] } as unknown as Template;
const codecWith = (store = keysInMemory()) =>
  payloadCodec({ keys: keyRing(rootKey, store), templates: async (hash) => (hash === 'abc' ? template : undefined) });

describe('the codec', () => {
  it('hides data and metadata and gives them back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const codec = codecWith();
        const [sealed] = await codec.encode([json({ name: 'Janssen', value })], inCase);
        expect(Buffer.from(sealed?.data ?? []).toString('latin1')).not.toContain('Janssen');
        const [plain] = await codec.decode([sealed as Payload]);
        expect(read(plain)).toEqual(JSON.parse(JSON.stringify({ name: 'Janssen', value })));
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('sends a template by its hash and expands it again', async () => {
    const codec = codecWith();
    const [claim] = await codec.encode([json(template)], inCase);
    expect(Buffer.from(claim?.data ?? []).toString()).toBe('abc');
    expect(read((await codec.decode([claim as Payload]))[0])).toEqual(template);
  });

  it('refuses a template that nobody knows, so that the task is tried again', async () => {
    const codec = codecWith();
    const [claim] = await codec.encode([json({ dsl: 'thuisreis/1', hash: 'other' })], inCase);
    await expect(codec.decode([claim as Payload])).rejects.toThrow('other');
  });

  it('reads a destroyed key as erased and never throws', async () => {
    const [sealed] = await codecWith().encode([json('text')], inCase);
    const gone = codecWith(keysInMemory([['c/1', 'erased']]));
    expect(read((await gone.decode([sealed as Payload]))[0])).toBe('erased');
    expect(read((await gone.encode([json('later')], inCase))[0])).toBe('erased');
  });

  it('gives the cases of a household one key, named in the payload, and forgets a key within a minute', async () => {
    const memory = keysInMemory();
    let gone = false;
    const store: KeyStore = {
      ...memory,
      keyOf: async (name) => (name === 'c/alone' ? undefined : 'c/household'),
      read: async (id) => (gone ? 'erased' : memory.read(id)),
      create: async (id, wrapped) => (gone ? 'erased' : memory.create(id, wrapped)),
    };
    let now = 0;
    const codec = payloadCodec({ keys: keyRing(rootKey, store, () => now), templates: async () => template });
    const seal = async (id: string) =>
      (await codec.encode([json('text')], { ...inCase, workflowId: `case/c/${id}` }))[0]!;
    const named = async (id: string) => new TextDecoder().decode((await seal(id)).metadata?.['key'] ?? undefined);
    expect([await named('1'), await named('2'), await named('alone')]).toEqual([
      'c/household',
      'c/household',
      'c/alone',
    ]);
    const kept = await seal('1');
    gone = true;
    expect(read((await codec.decode([kept]))[0])).toBe('text');
    now = 60_001;
    expect(read((await codec.decode([kept]))[0])).toBe('erased');
    expect(read(await seal('1'))).toBe('erased');
  });

  it('gives two cases two keys, and what belongs to no case the key of the house', () => {
    expect(caseNameOf('case/c/1')).toBe('c/1');
    expect(caseNameOf('import/9')).toBe('house');
    expect(caseNameOf(undefined)).toBe('house');
  });
});

describe('sealing', () => {
  it('fails on any changed bit, other bound data and another key', () => {
    const sealed = seal(rootKey, 'a', new TextEncoder().encode('text'));
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = sealed.slice();
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(() => open(rootKey, 'a', changed)).toThrow();
      }),
      { seed: 1 },
    );
    expect(() => open(rootKey, 'b', sealed)).toThrow();
    expect(() => open(new Uint8Array(32), 'a', sealed)).toThrow();
  });
});
