import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { PETRA, type World } from '../world.js';

/** How long a session lives, and what its end looks like. */
export function sessions(world: World): void {
  const hashOf = (cookie: string): string =>
    createHash('sha256')
      .update(cookie.split('=')[1] ?? '')
      .digest('hex');
  const age = (cookie: string, column: 'seen_at' | 'until', by: string): Promise<unknown[]> =>
    world.house.sql(`UPDATE session SET ${column} = now() - $2::interval WHERE token_hash = $1`, [hashOf(cookie), by]);
  const me = async (cookie: string): Promise<[number, string]> => {
    const answer = await world.house.post(undefined, '{"query":"{ me { login } }"}', { cookie });
    const text = await answer.text();
    return [answer.status, /"code":"(\w+)"/.exec(text)?.[1] ?? text];
  };
  const seenAgo = async (cookie: string): Promise<number> => {
    const text = `SELECT extract(epoch FROM now() - seen_at)::float8 AS ago FROM session WHERE token_hash = $1`;
    return (await world.house.sql<{ ago: number }>(text, [hashOf(cookie)]))[0]?.ago ?? Infinity;
  };

  test('a session that rested for half an hour has ended, and says so; a minute less has not', async () => {
    const cookie = await world.house.signIn(PETRA);
    await age(cookie, 'seen_at', '29 minutes');
    expect(await me(cookie)).toEqual([200, `{"data":{"me":{"login":"${PETRA}"}}}`]);
    await age(cookie, 'seen_at', '30 minutes 1 second');
    expect(await me(cookie)).toEqual([401, 'sessionExpired']);
    const feed = await fetch(`${world.house.url}/events?worklist=1`, { headers: { cookie } });
    expect(feed.status).toBe(401);
  });

  test('use keeps it alive, noted at most once a minute', async () => {
    const cookie = await world.house.signIn(PETRA);
    await age(cookie, 'seen_at', '50 seconds');
    await me(cookie);
    expect(await seenAgo(cookie)).toBeGreaterThanOrEqual(50);
    await age(cookie, 'seen_at', '61 seconds');
    await me(cookie);
    expect(await seenAgo(cookie)).toBeLessThan(10);
  });

  test('after ten hours it has ended however busy it was', async () => {
    const cookie = await world.house.signIn(PETRA);
    const text = `SELECT extract(epoch FROM until - created_at)::int AS long FROM session WHERE token_hash = $1`;
    expect(await world.house.sql(text, [hashOf(cookie)])).toEqual([{ long: 36_000 }]);
    await age(cookie, 'until', '1 second');
    expect(await me(cookie)).toEqual([401, 'sessionExpired']);
  });

  test('a member who was shut out is signed out at once', async () => {
    const cookie = await world.house.signIn(PETRA);
    const shut = (at: string): Promise<unknown[]> =>
      world.house.sql(`UPDATE member SET disabled_at = ${at} WHERE login = $1`, [PETRA]);
    await shut('now()');
    try {
      expect(await me(cookie)).toEqual([401, 'signedOut']);
      expect((await fetch(`${world.house.url}/sign-in?as=${PETRA}`, { redirect: 'manual' })).status).toBe(401);
    } finally {
      await shut('NULL');
    }
    expect((await me(cookie))[0]).toBe(200);
  });
}
