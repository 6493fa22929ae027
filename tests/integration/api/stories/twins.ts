import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SANNE, type Said, type World } from '../world.js';

interface Done extends Said {
  revision: number;
}
/** The same mutation sent more than once. */
export function twins(world: World): void {
  test('five equal completions at once are one: four say duplicate, other content is keyReused', async () => {
    const own = await world.import(SANNE);
    const input = { key: randomUUID(), caseId: own.caseId, item: 'controleren', values: {} };
    const send = (rest = {}): Promise<Done> =>
      world.did<Done>(SANNE, 'completeTask', { ...input, ...rest }, 'revision');
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send()));
    expect(answers.map(({ refusals, revision }) => [refusals, revision])).toEqual(answers.map(() => [[], 1]));
    expect(answers.filter(({ duplicate }) => duplicate)).toHaveLength(4);
    expect((await send({ outcome: 'other' })).refusals.map(({ code }) => code)).toEqual(['keyReused']);
    type Shown = { case: { revision: number; timeline: { code: string; item: string }[] } };
    const query = `query ($c: ID!) { case(id: $c) { revision timeline { code item } } }`;
    const { case: shown } = await world.house.ask<Shown>(SANNE, query, { c: own.caseId });
    expect(shown.revision).toBe(1);
    const completed = shown.timeline.filter((one) => one.code === 'complete' && one.item === 'controleren');
    expect(completed).toHaveLength(1);
  });
}
