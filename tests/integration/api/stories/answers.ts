import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { SANNE, type Own, type Said, type World } from '../world.js';

/** Two people, two forms, the same field: nobody overwrites what they have not seen. */
export function answers(world: World): void {
  let own: Own;
  beforeAll(async () => {
    own = await world.import(SANNE, 'gesprekken');
  }, 60_000);
  interface Done extends Said {
    revision: number;
  }
  const complete = (item: string, values: object, seen?: object, key = randomUUID()): Promise<Done> =>
    world.did<Done>(SANNE, 'completeTask', { key, caseId: own.caseId, item, values, seen }, 'revision');
  type Open = { case: { openTasks: { item: string; values: Record<string, unknown> }[] } };
  const shown = async (item: string): Promise<unknown> => {
    const query = `query ($c: ID!) { case(id: $c) { openTasks { item values } } }`;
    const found = await world.house.ask<Open>(SANNE, query, { c: own.caseId });
    return found.case.openTasks.find((one) => one.item === item)?.values;
  };

  test('a form that does not fit is refused by field, with what to mend, and nothing is done', async () => {
    const bad = await complete('eerste', {
      'household.worry': 7,
      'consent.tenant': 'maybe',
      'no.such': 1,
    });
    expect(bad.refusals.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'badValue consent.tenant',
      'badValue household.worry',
      'badValue no.such',
    ]);
    expect(bad.revision).toBe(0);
  });

  test('a no of the form stays a no under its key, and an earlier reason comes first', async () => {
    const key = randomUUID();
    const first = await complete('eerste', { 'household.worry': 1 }, undefined, key);
    const again = await complete('eerste', { 'household.worry': 1 }, undefined, key);
    expect([first.duplicate, again.duplicate]).toEqual([false, true]);
    expect(again.refusals).toEqual(first.refusals);
    const early = await complete('zesde', { 'household.worry': 1 });
    expect(early.refusals[0]?.code).toBe('notEnabled');
  });

  test('what somebody else changed since it was seen refuses the whole form and says old, new, by whom, when', async () => {
    const opened = await shown('eerste');
    expect(opened).toEqual({});
    const first = { 'household.phone': '0612345678', 'household.worry': 'trap', 'consent.tenant': 'agreed' };
    expect((await complete('eerste', first, { 'household.phone': null, 'consent.tenant': 'open' })).refusals).toEqual(
      [],
    );
    expect(await shown('tweede')).toEqual(first);
    const late = { 'household.phone': '0687654321', 'consent.tenant': 'refused' };
    const seen = { 'household.phone': null, 'consent.tenant': 'open' };
    const refused = await complete('tweede', late, seen);
    const by = (await world.house.ask<{ me: { member: string } }>(SANNE, '{ me { member } }')).me.member;
    const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    // Sorted, because the database keeps no order of keys.
    expect(refused.refusals.sort((a, b) => String(b.path).localeCompare(String(a.path)))).toEqual([
      { code: 'factChanged', path: 'household.phone', params: { old: null, new: '0612345678', by, at } },
      { code: 'factChanged', path: 'consent.tenant', params: { old: 'open', new: 'agreed', by, at } },
    ]);
    expect(await shown('tweede')).toEqual(first);
  });

  test('what was seen as it is now passes, also for a text that only the database holds', async () => {
    const seen = { 'household.phone': '0612345678', 'household.worry': 'trap', 'consent.tenant': 'agreed' };
    expect((await complete('tweede', { 'household.phone': '0687654321' }, seen)).refusals).toEqual([]);
    expect(await shown('derde')).toEqual({ ...seen, 'household.phone': '0687654321' });
    const stale = await complete('derde', { 'household.phone': '0600000000' }, seen);
    expect(stale.refusals.map(({ path }) => path)).toEqual(['household.phone']);
    const never = await complete('derde', { 'household.phone': '06' }, { 'household.phone': 'never said' });
    expect(never.refusals.map(({ code }) => code)).toContain('factChanged');
    expect((await complete('derde', { 'household.phone': '0600000000' })).refusals).toEqual([]);
  });

  test('an ended case says so, before anything about the form', async () => {
    const ended = await complete('derde', { 'household.worry': 1 });
    expect(ended.refusals[0]?.code).toBe('caseEnded');
  });
}
