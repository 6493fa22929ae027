import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client, type OpenTask } from './client.js';
import { gather } from './evidence.js';
import { acceptedBefore, standingOf, type Sent, type Standing } from './flight.js';
import { House, pause } from './house.js';
import { judge, sentence } from './verdict.js';

const AT_ONCE = 20;
const ROUNDS = 6;
type Act = Sent & { readonly task: OpenTask };

describe('a command that its API did not live to finish', () => {
  let house: House;
  let client: Client;
  beforeAll(async () => {
    house = await House.start();
    client = await Client.open(house.run().url);
  }, 900_000);
  afterAll(async () => house?.stop(), 60_000);

  async function acts(cases: readonly string[]): Promise<Act[]> {
    const tasks = await Promise.all(cases.map((caseId) => client.openTasks(caseId)));
    return cases.flatMap((caseId, index) => {
      const task = tasks[index]?.[0];
      return task ? [{ key: randomUUID(), caseId, item: task.item, task }] : [];
    });
  }

  /** Sends all at once and never again; the API is killed as soon as the first of them is done. */
  async function cutShort(some: readonly Act[]): Promise<{ killed: number; pending: Standing[] }> {
    const flying = some.map(({ caseId, task, key }) => client.complete(caseId, task, key, 0).catch(() => undefined));
    while (!(await standingOf(house.run(), some)).some(({ status }) => status === 'done')) await pause(2);
    house.kill('api');
    const killed = Date.now();
    await Promise.all(flying);
    return { killed, pending: (await standingOf(house.run(), some)).filter(({ status }) => status === 'pending') };
  }

  it('is finished by the sweeper, though nobody sends it again', async () => {
    const cases = [...new Set((await client.worklist(500)).rows.map(({ caseId }) => caseId))];
    const sent: Act[] = [];
    const between: Sent[] = [];
    for (let round = 0; round < ROUNDS && between.length === 0; round += 1) {
      const some = await acts(cases.splice(0, AT_ONCE));
      sent.push(...some);
      const { killed, pending } = await cutShort(some);
      between.push(...(await acceptedBefore(house.run(), pending, killed)));
      await house.ready();
    }
    console.log(`${between.length} acts were accepted by their workflow and not yet in the database`);
    expect(between.length).toBeGreaterThan(0);

    const until = Date.now() + 60_000;
    let standing = await standingOf(house.run(), sent);
    for (; standing.some(({ status }) => status === 'pending') && Date.now() < until; await pause(500))
      standing = await standingOf(house.run(), sent);
    expect(standing.filter(({ status }) => status === 'pending')).toEqual([]);
    const settled = new Map(standing.map((one) => [one.key, one.status]));
    expect(between.map(({ key }) => settled.get(key))).toEqual(between.map(() => 'done'));

    const told = standing.flatMap(({ status, revision, ...one }) =>
      status === 'done' && revision !== null ? [{ key: one.key, caseId: one.caseId, item: one.item, revision }] : [],
    );
    const verdict = judge(await gather(house.run(), told));
    console.log(sentence(verdict));
    expect(verdict).toMatchObject({ lost: [], doubled: [], divergent: [] });
    for (const { key, caseId, task } of sent.filter(({ key }) => settled.get(key) === 'done').slice(0, 5))
      expect(await client.complete(caseId, task, key)).toMatchObject({ duplicate: true, refusals: [] });
  }, 300_000);
});
