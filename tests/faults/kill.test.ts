import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from './client.js';
import { gather } from './evidence.js';
import { House, pause } from './house.js';
import type { Part } from './house.js';
import { Supply, walk } from './load.js';
import { judge, sentence } from './verdict.js';

/** Eight kills in a minute and a half, or forty in ten minutes when asked for. */
const FULL = process.env['THUISREIS_FAULTS'] === 'full';
const KILLS = FULL ? 40 : 8;
const SPAN_MS = FULL ? 600_000 : 90_000;
const PARTS: readonly Part[] = ['worker', 'api', 'temporal', 'postgres'];

describe('kill -9 under load', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.start();
  }, 900_000);
  afterAll(async () => house?.stop(), 60_000);

  it(`loses, doubles and diverges nothing over ${KILLS} kills`, async () => {
    const clients = await Promise.all(Array.from({ length: 4 }, () => Client.open(house.run().url)));
    const [first] = clients;
    if (first === undefined) throw new Error('no client');
    await first.importHouseholds('nachtegaal', FULL ? 2000 : 400);
    const [supply, stop] = [new Supply(), { stopped: false }];
    await supply.fill(first);
    const walks = clients.map((client) => walk(client, supply, stop, 250));
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(SPAN_MS / KILLS);
      const part = PARTS[kill % PARTS.length] ?? 'worker';
      await house.runs(part);
      house.kill(part);
    }
    stop.stopped = true;
    const told = (await Promise.all(walks)).flat();
    await house.ready();
    await pause(8_000); // the sweeper settles what was under way
    const verdict = judge(await gather(house.run(), told));
    console.log(sentence(verdict));
    expect(told.length).toBeGreaterThan(KILLS);
    expect({ ...verdict, acknowledged: 0 }).toEqual({ acknowledged: 0, lost: [], doubled: [], divergent: [] });
    expect(house.reconcile()).toMatch(/^\d+ cases, 0 differ$/);
  }, 900_000);
});
