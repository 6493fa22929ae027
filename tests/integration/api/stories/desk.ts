import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { AHMED, csv, fileOf, PETRA, SANNE, type Own, type Said, type World } from '../world.js';

interface Task extends Said {
  revision: number;
  case: { openTasks: { item: string; assignee: string | null }[] } | null;
}
const MORE = 'revision case { openTasks { item assignee } }';

/** Who does a task, and equal acts at the same instant. */
export function desk(world: World): void {
  const item = 'controleren';
  const act = (login: string, name: string, own: Own, rest: object = {}): Promise<Task> =>
    world.did<Task>(login, name, { key: randomUUID(), caseId: own.caseId, item, ...rest }, MORE);
  const memberOf = async (login: string): Promise<string> =>
    (await world.house.ask<{ me: { member: string } }>(login, '{ me { member } }')).me.member;
  const assigneeOf = (task: Task): string | null | undefined =>
    task.case?.openTasks.find((one) => one.item === item)?.assignee;

  test('a task is claimed, refused to a colleague, released, assigned and put to sleep', async () => {
    const own = await world.import(SANNE);
    const claimed = await act(SANNE, 'claimTask', own);
    expect([claimed.refusals, claimed.duplicate, claimed.revision]).toEqual([[], false, 0]);
    expect(assigneeOf(claimed)).toBe(await memberOf(SANNE));
    expect((await act(AHMED, 'claimTask', own)).refusals.map(({ code }) => code)).not.toEqual([]);
    expect(assigneeOf(await act(SANNE, 'releaseTask', own))).toBeNull();
    const assignee = await memberOf(SANNE);
    expect(assigneeOf(await act(PETRA, 'assignTask', own, { assignee }))).toBe(assignee);
    const asleep = await act(SANNE, 'snoozeTask', own, { until: '2099-01-01', reason: 'op vakantie' });
    expect(asleep.refusals).toEqual([]);
    const query = `query ($p: String) { worklist(scope: TEAM, project: $p) { rows { item snoozedUntil assignee } } }`;
    const { worklist } = await world.house.ask<{ worklist: { rows: object[] } }>(SANNE, query, { p: own.slug });
    expect(worklist.rows).toEqual([{ item, snoozedUntil: '2099-01-01', assignee }]);
  });

  test('a task goes to nobody who does not fill its role', async () => {
    const own = await world.import(SANNE);
    const assignee = await memberOf(PETRA);
    const refused = await act(SANNE, 'assignTask', own, { assignee });
    expect(refused.refusals).toEqual([{ code: 'forbiddenAction', path: null, params: null }]);
  });

  const once = (answers: readonly Said[]): void => {
    expect(answers.map(({ refusals }) => refusals)).toEqual(answers.map(() => []));
    expect(answers.map(({ duplicate }) => duplicate).sort()).toEqual([false, ...answers.slice(1).map(() => true)]);
  };
  const twins = <A extends Said>(send: () => Promise<A>): Promise<A[]> => Promise.all([1, 2, 3, 4, 5].map(send));

  test.each(['claimTask', 'assignTask'])('five equal %s at the same instant are one', async (name) => {
    const own = await world.import(SANNE);
    const key = randomUUID();
    const assignee = await memberOf(SANNE);
    const rest = name === 'assignTask' ? { key, assignee } : { key };
    const answers = await twins(() => act(SANNE, name, own, rest));
    once(answers);
    expect(new Set(answers.map(assigneeOf))).toEqual(new Set([assignee]));
    const text = `SELECT count(*)::int AS n FROM audit WHERE "case" = $1 AND action = $2`;
    expect(await world.house.sql(text, [own.caseId, name])).toEqual([{ n: 1 }]);
  });

  test('five equal startProject and commitImport at the same instant are one, with one answer', async () => {
    const slug = `q${randomUUID().slice(0, 8)}`;
    const start = { key: randomUUID(), slug, name: slug, template: 'kennismaking' };
    once(await twins(() => world.did(SANNE, 'startProject', start)));
    const input = { key: randomUUID(), project: slug, file: fileOf(csv(2)) };
    const more = 'importId rows new changed unchanged households persons errors { row } notices { code }';
    const answers = await twins(() => world.did<Said & { new: number }>(SANNE, 'commitImport', input, more));
    once(answers);
    expect(new Set(answers.map((one) => JSON.stringify({ ...one, duplicate: null }))).size).toBe(1);
    expect(answers[0]?.new).toBe(2);
    const other = await world.did(SANNE, 'commitImport', { ...input, file: fileOf(csv(3)) });
    expect([other.refusals[0]?.code, other.duplicate]).toEqual(['keyReused', true]);
    await new Promise((wake) => setTimeout(wake, 3_000));
    const later = await world.did<Said & { new: number }>(SANNE, 'commitImport', input, more);
    expect([later.new, later.duplicate]).toEqual([2, true]);
  });

  test('two colleagues who claim at the same instant: one has it', async () => {
    const own = await world.import(SANNE);
    await world.house.sql(`UPDATE member SET roles = roles || '{caseManager}' WHERE login = $1`, [PETRA]);
    const answers = await Promise.all([act(SANNE, 'claimTask', own), act(PETRA, 'claimTask', own)]);
    expect(answers.map(({ refusals }) => refusals.length).sort()).toEqual([0, 1]);
  });

  test('a no stays a no under its key', async () => {
    const own = await world.import(SANNE);
    const key = randomUUID();
    const again = (): Promise<Task> => act(SANNE, 'releaseTask', own, { key });
    expect((await again()).refusals[0]?.code).toBe('forbiddenAction');
    await act(SANNE, 'claimTask', own);
    const second = await again();
    expect([second.refusals[0]?.code, second.duplicate]).toEqual(['forbiddenAction', true]);
  });
}
