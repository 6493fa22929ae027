import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import { Listener } from '../listener.js';
import { NOOR, PETRA, SANNE, type Own, type World } from '../world.js';

/** The live feed: which case moved, and nothing else. */
export function feed(world: World): void {
  const open_: Listener[] = [];
  const listen = async (query: string, cookie?: string): Promise<Listener> => {
    const listener = await Listener.open(`${world.house.url}/events?${query}`, cookie);
    open_.push(listener);
    return listener;
  };
  const act = (own: Own, name: string): Promise<unknown> =>
    world.did(SANNE, name, { key: randomUUID(), caseId: own.caseId, item: 'controleren' });
  afterEach(() => open_.splice(0).forEach((one) => one.close()));

  test('strangers are not listened to', async () => {
    expect((await listen('worklist=1')).status).toBe(401);
    expect((await listen('worklist=1', 'thuisreis_session=forged')).status).toBe(401);
    expect((await listen('', await world.house.cookie(SANNE))).status).toBe(400);
  });

  test('a step of a case is told by its id and revision, once, to those who may see it', async () => {
    const own = await world.import(SANNE);
    const query = `cases=${own.caseId},${world.foreign.caseId},${randomUUID()}`;
    const mine = await listen(query, await world.house.cookie(SANNE));
    const partners = await listen(query, await world.house.cookie(NOOR));
    expect([mine.status, partners.status]).toEqual([200, 200]);
    await act(own, 'completeTask');
    await mine.until(() => mine.events.length > 0);
    await new Promise((wake) => setTimeout(wake, 4_000));
    expect(mine.events).toEqual([`event: changed\ndata: {"caseId":"${own.caseId}","revision":1}`]);
    expect([partners.events, partners.ended]).toEqual([[], false]);
  }, 30_000);

  test('the worklist is told to have changed at most once a second, and the last change is never lost', async () => {
    const own = await world.import(SANNE);
    const list = await listen('worklist=1', await world.house.cookie(PETRA));
    for (let times = 0; times < 6; times += 1) {
      await act(own, 'claimTask');
      await act(own, 'releaseTask');
    }
    const done = Date.now();
    await list.until(() => list.heard.some(({ at, text }) => at >= done && text.startsWith('event')));
    expect(new Set(list.events)).toEqual(new Set(['event: changed\ndata: {"worklist":true}']));
    const at = list.heard.filter(({ text }) => text.startsWith('event')).map((one) => one.at);
    // 950: the network may bring two of them closer together.
    for (const [n, instant] of at.slice(1).entries()) expect(instant - (at[n] ?? 0)).toBeGreaterThan(950);
  }, 30_000);

  test('a silent stream says every fifteen seconds that it lives', async () => {
    const list = await listen(`cases=${world.own.caseId}`, await world.house.cookie(SANNE));
    await list.until(() => list.heard.filter(({ text }) => text.startsWith(':')).length >= 2, 17_000);
    const [opened, beat] = list.heard;
    expect((beat?.at ?? 0) - (opened?.at ?? 0)).toBeGreaterThan(14_000);
  }, 30_000);

  test('it ends within five seconds of the session, of the member and of the right to the case', async () => {
    const own = await world.import(SANNE);
    const [leaving, shut, losing] = await Promise.all([1, 2, 3].map(() => world.house.signIn(PETRA)));
    const streams = await Promise.all([leaving, shut, losing].map((cookie) => listen(`cases=${own.caseId}`, cookie)));
    const [ofLeaving, ofShut, ofLosing] = streams as [Listener, Listener, Listener];
    const headers = { cookie: leaving ?? '', 'x-thuisreis': '1' };
    await fetch(`${world.house.url}/sign-out`, { method: 'POST', headers, redirect: 'manual' });
    expect(await ofLeaving.until(() => ofLeaving.ended)).toBeLessThan(5_000);
    expect([ofShut.ended, ofLosing.ended]).toEqual([false, false]);
    const team = await world.house.sql<{ id: string }>(
      `INSERT INTO team (corporation, name) VALUES ('waterkant', $1) RETURNING id`,
      [own.slug],
    );
    await world.house.sql(`UPDATE "case" SET team = $2 WHERE id = $1`, [own.caseId, team[0]?.id]);
    expect(await ofLosing.until(() => ofLosing.ended)).toBeLessThan(5_000);
    const again = await listen(`worklist=1`, shut);
    await world.house.sql(`UPDATE member SET disabled_at = now() WHERE login = $1`, [PETRA]);
    try {
      expect(await again.until(() => again.ended)).toBeLessThan(5_000);
    } finally {
      await world.house.sql(`UPDATE member SET disabled_at = NULL WHERE login = $1`, [PETRA]);
    }
  }, 60_000);
}
