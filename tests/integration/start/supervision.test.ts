import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from '../../faults/client.js';
import { House, type Part, type RunFile } from '../../faults/house.js';

/** Milliseconds between a kill and the next accepted act. */
const PROMISE = 15_000;

describe('a part that is killed', () => {
  let house: House;
  let client: Client;
  let cases: string[];

  beforeAll(async () => {
    house = await House.start();
    client = await Client.open(house.run().url);
    cases = (await client.worklist(40)).rows.map(({ caseId }) => caseId);
  }, 900_000);
  afterAll(async () => house?.stop(), 60_000);

  const status = (): Promise<number> =>
    fetch(new URL('/health/ready', house.run().url)).then(
      (response) => response.status,
      () => 0,
    );
  const others = (run: RunFile, part: Part): object => ({ ...run.pids, [part]: 0 });

  it.each<Part>(['worker', 'api', 'temporal', 'postgres'])(
    '(%s) is back within fifteen seconds on the same ports, and nothing else is started again',
    async (part) => {
      const caseId = cases.shift() ?? '';
      const [task] = await client.openTasks(caseId);
      const before = house.run();
      const killed = Date.now();
      house.kill(part);
      await pause(100);
      const seen = [await status()];
      const accepted = client.complete(caseId, task!).then(() => Date.now() - killed);
      while (seen.at(-1) !== 200 || house.run().pids[part] === before.pids[part]) {
        await pause(50);
        seen.push(await status());
      }
      const took = { ready: Date.now() - killed, accepted: await accepted };
      console.log(`${part}: ready after ${took.ready} ms, an act accepted after ${took.accepted} ms`);
      const after = house.run();
      // Temporal may be there again before the first look has its answer.
      if (part !== 'temporal') expect(seen[0]).not.toBe(200);
      expect(Math.max(took.ready, took.accepted)).toBeLessThan(PROMISE);
      expect(others(after, part)).toEqual(others(before, part));
      expect([after.url, after.postgres.port, after.temporal.address]).toEqual([
        before.url,
        before.postgres.port,
        before.temporal.address,
      ]);
    },
    120_000,
  );
});
