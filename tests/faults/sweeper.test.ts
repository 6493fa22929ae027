import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from './client.js';
import { gather } from './evidence.js';
import { House, pause } from './house.js';
import { judge, sentence } from './verdict.js';

/** The API dies between update and replica: nobody resends, and the sweeper still finishes what was accepted. */
(process.env['THUISREIS_FAULTS'] ? describe : describe.skip)('a command that its API did not live to finish', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.start();
  }, 900_000);
  afterAll(async () => house?.stop(), 60_000);

  it('is settled by the sweeper', async () => {
    const client = await Client.open(house.run().url);
    const rows = (await client.worklist(20)).rows;
    const sent = [];
    for (const { caseId } of rows) {
      const [task] = await client.openTasks(caseId);
      if (task) sent.push({ caseId, task, key: randomUUID() });
    }
    // Sent all at once and never again; the kill falls while some of them are between update and replica.
    const flying = sent.map(({ caseId, task, key }) => client.complete(caseId, task, key, 0).catch(() => undefined));
    await pause(60);
    house.kill('api');
    await Promise.all(flying);
    await house.ready();
    await pause(20_000);
    const told = [];
    for (const { caseId, task, key } of sent) {
      const answer = await client.complete(caseId, task, key);
      if (answer.refusals.length === 0) told.push({ key, caseId, item: task.item, revision: answer.revision });
    }
    const verdict = judge(await gather(house.run(), told));
    console.log(sentence(verdict));
    expect(verdict).toMatchObject({ lost: [], doubled: [], divergent: [] });
  }, 300_000);
});
