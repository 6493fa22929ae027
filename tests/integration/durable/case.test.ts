import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WorkflowUpdateFailedError } from '@temporalio/client';
import type { ApplicationFailure } from '@temporalio/common';
import { hashState } from '@thuisreis/engine';
import { EVENTS_SINCE, STATE, UNPARK, type AcceptedEvent, type Standing } from '../../../workflows/src/messages.js';
import { startOf, submit } from '../../replay/walks.js';
import { temporalForTests } from './temporal.js';
import { openHouse, send, type House } from './workflow-house.js';

let house: House;
let temporal: Awaited<ReturnType<typeof temporalForTests>>;
beforeAll(async () => {
  temporal = await temporalForTests();
  house = await openHouse(temporal.address);
}, 240_000);
afterAll(async () => {
  await house?.close();
  await temporal?.stop();
}, 60_000);

const begun = (timeScale?: number) => startOf(randomUUID(), new Date().toISOString(), timeScale);
const occurrence = (number: number): string => (number === 1 ? 'works' : `works#${number}`);

describe('a case on a real server', () => {
  it('answers the same update once, refuses without a trace, and ends with everything in the database', async () => {
    const start = begun();
    const handle = await house.start(start);
    const key = randomUUID();
    const first = await send(handle, key, submit('talk'));
    expect(first.revision).toBe(1);
    expect(await send(handle, key, submit('talk'))).toEqual(first);
    const refusal = await send(handle, randomUUID(), submit('goodbye')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(WorkflowUpdateFailedError);
    expect(((refusal as WorkflowUpdateFailedError).cause as ApplicationFailure).details?.[0]).toEqual([
      expect.objectContaining({ code: 'notEnabled' }),
    ]);
    const since = await handle.query<AcceptedEvent[], [number]>(EVENTS_SINCE, 0);
    expect(since.map((entry) => entry.revision)).toEqual([1]);
    for (const item of ['works', 'done', 'goodbye']) await send(handle, randomUUID(), submit(item));
    await handle.result();
    const state = house.follower.states.get(start.case);
    expect(state?.ended).toBeDefined();
    expect(house.follower.entries.get(start.case)?.map((entry) => entry.revision)).toEqual([1, 2, 3, 4]);
  }, 60_000);

  it('fires deadlines by its own timer, scaled, and the database follows', async () => {
    const start = begun(1e-6);
    const handle = await house.start(start);
    await until(() => (house.follower.entries.get(start.case)?.length ?? 0) >= 2);
    const clocks = house.follower.entries
      .get(start.case)
      ?.map(({ event }) => (event.type === 'timer' ? event.clock : ''));
    expect(clocks).toEqual(['talk/warn', 'talk/overdue']);
    const standing = await handle.query<Standing, []>(STATE);
    expect(standing.hash).toBe(hashState(house.follower.states.get(start.case)!));
    await handle.terminate();
  }, 60_000);

  it('is renewed after 200 steps, loses nothing, and still knows the last answers', async () => {
    const start = begun();
    const handle = await house.start(start);
    const firstRun = (await handle.describe()).runId;
    await send(handle, randomUUID(), submit('talk'));
    const keys = Array.from({ length: 205 }, () => randomUUID());
    const answers = [];
    for (const [index, key] of keys.entries()) answers.push(await send(handle, key, submit(occurrence(index + 1))));
    await until(async () => (await handle.describe()).runId !== firstRun);
    for (const index of [0, 100, 204]) {
      expect(await send(handle, keys[index]!, submit(occurrence(index + 1)))).toEqual(answers[index]);
    }
    expect((await handle.query<Standing, []>(STATE)).revision).toBe(206);
    expect(house.follower.states.get(start.case)?.revision).toBeGreaterThanOrEqual(200);
    for (const item of ['done', 'goodbye']) await send(handle, randomUUID(), submit(item));
    await handle.result();
    expect(house.follower.states.get(start.case)?.revision).toBe(208);
  }, 120_000);

  it('carries everything the database lacks into the next run while it is parked', async () => {
    const start = begun();
    house.follower.parked.add(start.case);
    const handle = await house.start(start);
    const firstRun = (await handle.describe()).runId;
    await send(handle, randomUUID(), submit('talk'));
    for (let step = 1; step <= 205; step += 1) await send(handle, randomUUID(), submit(occurrence(step)));
    await until(async () => (await handle.describe()).runId !== firstRun);
    const since = await handle.query<AcceptedEvent[], [number]>(EVENTS_SINCE, 0);
    expect(since.map((entry) => entry.revision)).toEqual(Array.from({ length: 206 }, (_, index) => index + 1));
    house.follower.parked.delete(start.case);
    await handle.signal(UNPARK);
    await until(() => house.follower.states.get(start.case)?.revision === 206);
    await handle.terminate();
  }, 120_000);
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 200; !(await holds()); left--) {
    if (left === 0) throw new Error('It did not happen within 20 seconds');
    await new Promise((wake) => setTimeout(wake, 100));
  }
}
