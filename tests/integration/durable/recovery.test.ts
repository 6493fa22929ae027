/** What happens to what nobody finished, to a row that differs, to a case that waits, and to one that has ended. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Event } from '@thuisreis/engine';
import { unpark } from '@thuisreis/read-model';
import { registry } from '../../../apps/worker/src/health.js';
import { submit } from '../../replay/walks.js';
import { CORPORATION, RealHouse } from './real-house.js';

jest.setTimeout(60_000);
const BY = '00000000-0000-4000-8000-000000000001';
let house: RealHouse;
beforeAll(async () => {
  house = await RealHouse.open();
}, 180_000);
afterAll(() => house?.close(), 60_000);

const metric = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\S+)$`, 'mu').exec(await registry.metrics())?.[1]);

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 200; !(await holds()); left--) {
    if (left === 0) throw new Error('It did not happen within 20 seconds');
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

describe('the sweeper', () => {
  it('sends a command that its desk did not live to send, and lets the row follow', async () => {
    const of = await house.begin();
    const id = randomUUID();
    await house.storeCommand({ id, of, name: 'completeTask', event: submit('talk'), age: 6 });
    await house.sweep();
    expect(await house.command(id)).toEqual({ status: 'done', revision: 1, refusals: null });
    expect(await house.row(of)).toMatchObject({ revision: 1, sound: true });
  });

  it('finishes one that was accepted but never applied, without a second step', async () => {
    const of = await house.begin();
    const id = randomUUID();
    const event = submit('talk');
    await house.storeCommand({ id, of, name: 'completeTask', event, age: 6 });
    const actor = { member: BY, corporation: CORPORATION };
    expect(await house.parts.submit(CORPORATION, of, { updateId: id, actor, event })).toMatchObject({ said: 'yes' });
    expect(await house.row(of)).toMatchObject({ revision: 0 });
    await house.sweep();
    expect(await house.command(id)).toEqual({ status: 'done', revision: 1, refusals: null });
    expect(await house.rows('SELECT revision FROM journal WHERE "case" = $1', of)).toHaveLength(2);
  });

  it('leaves a command that is younger than five seconds to its desk', async () => {
    const of = await house.begin();
    const id = randomUUID();
    await house.storeCommand({ id, of, name: 'completeTask', event: submit('talk'), age: 1 });
    await house.sweep();
    expect(await house.command(id)).toMatchObject({ status: 'pending' });
  });

  it('writes down a no, and that a case has ended', async () => {
    const of = await house.begin();
    const [early, late] = [randomUUID(), randomUUID()];
    await house.storeCommand({ id: early, of, name: 'completeTask', event: submit('goodbye'), age: 6 });
    await house.sweep();
    expect(await house.command(early)).toMatchObject({ status: 'refused', refusals: [{ code: 'notEnabled' }] });
    for (const item of ['talk', 'works', 'done', 'goodbye']) await house.send(of, submit(item));
    await house.handle(of).result();
    await house.storeCommand({ id: late, of, name: 'completeTask', event: submit('works#2'), age: 6 });
    await house.sweep();
    expect(await house.command(late)).toMatchObject({ status: 'refused', refusals: [{ code: 'caseEnded' }] });
  });

  it('starts a case that its starter did not live to start, from the stored arguments, once', async () => {
    const id = randomUUID();
    const { start } = await house.storeStart(id, 31);
    await house.sweep();
    await house.sweep();
    expect(await house.row(id)).toMatchObject({ revision: 0, status: 'active', state: { now: start.now } });
    expect(await house.command(id)).toMatchObject({ status: 'done' });
    expect(await house.send(id, submit('talk'))).toBe('applied');
  });

  it('applies a start that reached Temporal but not the row', async () => {
    const id = randomUUID();
    const { start } = await house.storeStart(id, 31);
    await house.starter.post.start(start);
    await house.sweep();
    expect(await house.row(id)).toMatchObject({ revision: 0, sound: true });
  });

  it('removes answers of a refused command after a day', async () => {
    const of = await house.begin();
    const id = randomUUID();
    await house.storeCommand({ id, of, name: 'completeTask', event: submit('goodbye'), age: 6 });
    await house.rows(
      `INSERT INTO answer (corporation, id, "case", path, class, command, created_at)
       VALUES ($1, gen_random_uuid(), $2, 'talk.note', 'D3', $3, now() - interval '25 hours')`,
      ...[CORPORATION, of, id],
    );
    await house.sweep();
    expect(await house.rows('SELECT status FROM answer WHERE command = $1', id)).toEqual([{ status: 'dropped' }]);
    await house.sweep(true);
    expect(await house.rows('SELECT status FROM answer WHERE command = $1', id)).toEqual([]);
  });
});

describe('a row that differs from its workflow', () => {
  it('is parked and counted, loses nothing, and goes on once it is repaired', async () => {
    const of = await house.begin();
    await house.send(of, submit('talk'));
    const { state } = await house.row(of);
    const put = (value: object) => house.rows('UPDATE "case" SET state = $2 WHERE id = $1', of, JSON.stringify(value));
    await put({ ...state, facts: { tampered: true } });
    expect(await house.send(of, submit('works'))).toBe('parked');
    expect(await house.send(of, submit('works#2'))).toBe('parked');
    await house.sweep();
    expect(await metric('thuisreis_worker_parked_cases')).toBe(1);
    expect(await house.row(of)).toMatchObject({ revision: 1 });

    await put(state);
    expect(await unpark(house.followed, CORPORATION, of)).toBe(true);
    await house.starter.post.unpark(CORPORATION, of);
    await until(async () => (await house.row(of)).revision === 3);
    expect(await house.row(of)).toMatchObject({ parked: null, sound: true });
    await house.sweep();
    expect(await metric('thuisreis_worker_parked_cases')).toBe(0);
  });

  it('is left alone by the sweeper while it is parked', async () => {
    const of = await house.begin();
    await house.rows('UPDATE "case" SET parked = now() WHERE id = $1', of);
    const id = randomUUID();
    await house.storeCommand({ id, of, name: 'completeTask', event: submit('talk'), age: 6 });
    await house.sweep();
    expect(await house.command(id)).toMatchObject({ status: 'pending' });
    await unpark(house.followed, CORPORATION, of);
    await house.sweep();
    expect(await house.command(id)).toMatchObject({ status: 'done' });
  });
});

describe('a case that waits', () => {
  it('has five events a human step, and none while nothing happens', async () => {
    const of = await house.begin();
    const length = async () => (await house.handle(of).describe()).historyLength;
    await house.send(of, submit('talk'));
    const before = await length();
    await house.send(of, submit('works'));
    const after = await length();
    expect(after - before).toBe(5);
    await new Promise((wake) => setTimeout(wake, 6_000));
    await house.sweep();
    expect(await length()).toBe(after);
  });
});

describe('a case that has ended', () => {
  it('hears a correction in a run of its own, which ends again with the row', async () => {
    const of = await house.begin();
    const talk = submit('talk', { 'talk.agreed': true });
    for (const event of [talk, ...['works', 'done', 'goodbye'].map((item) => submit(item))])
      await house.send(of, event);
    await house.handle(of).result();
    const { runId } = await house.handle(of).describe();
    const correction: Event = { type: 'correct', by: BY, values: { 'talk.agreed': false }, reason: 'misheard' };
    const key = randomUUID();
    expect(await house.send(of, correction, key)).toBe('applied');
    expect(await house.row(of)).toMatchObject({
      revision: 5,
      status: 'ended',
      sound: true,
      state: { facts: { 'talk.agreed': false } },
    });
    await house.handle(of).result();
    expect((await house.handle(of).describe()).runId).not.toBe(runId);
    expect(await house.send(of, correction, key)).toBe('already');
    expect(await house.row(of)).toMatchObject({ revision: 5 });
    expect(await house.send(of, submit('works#2'))).toBe('ended');
  });
});
