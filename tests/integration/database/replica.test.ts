import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { begin, hashState, step, type Event, type State } from '@thuisreis/engine';
import { asAdmin } from '@thuisreis/local-services';
import { systemActor } from '@thuisreis/policy';
import { dropAnswers, openCases, Replica, rowsOf, takePending, unpark, unseal } from '@thuisreis/read-model';
import type { AppliedEvent, Database } from '@thuisreis/read-model';
import { item, small } from '../../../packages/engine/src/testing/small.js';
import { found, startCluster, type Cluster } from './cluster.js';
import { journey } from './journey.js';

jest.setTimeout(120_000);
const corporation = 'waterkant';
const rootKey = randomBytes(32);
const now = '2026-01-05T08:00:00.000Z';
const origin = { calendar: Object.keys(journey.calendars)[0]! };
let cluster: Cluster;
let api: Database;
let replicaDatabase: Database;
let replica: Replica;
let member: string;

beforeAll(async () => {
  cluster = await startCluster();
  api = cluster.open('api');
  replicaDatabase = cluster.open('replica', 4);
  member = (await found(api, corporation)).member;
  await write(
    `INSERT INTO template_version (corporation, name, version, hash, kind, body) VALUES ($1, $2, $3, $4, $5, $6)`,
    [corporation, journey.name, journey.version, journey.hash, journey.kind, JSON.stringify(journey)],
  );
  replica = new Replica(replicaDatabase, rootKey);
});
afterAll(() => cluster?.stop());

const write = (sql: string, values: unknown[]): Promise<object[]> =>
  api.as(systemActor(corporation), (tx) => tx.query(sql, values), { write: true });
const read = <R extends object>(sql: string, ...values: unknown[]): Promise<R[]> =>
  api.as(systemActor(corporation), (tx) => tx.query<R>(sql, values));

/** Stands where the workflow stands: the same core, a step ahead of the database. */
class Ahead {
  readonly id = randomUUID();
  readonly tail: AppliedEvent[] = [];
  state: State;
  constructor() {
    const first = begin(journey, {}, [], now, origin);
    if (!first.accepted) throw new Error('the journey does not begin');
    this.state = first.state;
  }
  start(): Promise<string> {
    return replica.start({ corporation, case: this.id, template: journey, facts: {}, history: [], now, origin });
  }
  accept(event: Event, updateId?: string): AppliedEvent {
    const next = step(journey, this.state, event, now);
    if (!next.accepted) throw new Error(JSON.stringify(next.refusals));
    this.state = next.state;
    const entry = { revision: next.state.revision, now, hash: hashState(next.state), actor: { member }, event };
    this.tail.push(updateId ? { ...entry, updateId } : entry);
    return this.tail.at(-1)!;
  }
  apply(entry: AppliedEvent): Promise<string> {
    return replica.apply({ ...entry, corporation, case: this.id }, async (revision) =>
      this.tail.filter((one) => one.revision > revision),
    );
  }
}
const talk = (): Event => ({ type: 'submit', item: 'talk', values: { 'consent.tenant': true }, by: member });
const visit = (): Event => ({ type: 'submit', item: 'visit', values: {}, by: member });

describe('the replica', () => {
  let ahead: Ahead;
  beforeEach(async () => {
    ahead = new Ahead();
    expect(await ahead.start()).toBe('applied');
  });

  it('begins with the tasks of revision 0, once', async () => {
    expect(await ahead.start()).toBe('already');
    const rows = await read('SELECT item, urgency, due::text FROM worklist WHERE "case" = $1', ahead.id);
    expect(rows).toEqual([{ item: 'talk', urgency: 10, due: '2026-01-19' }]);
  });
  it('writes state, journal, tasks, answers, command, stages and audit with one step', async () => {
    const id = randomUUID();
    await write(
      `INSERT INTO command (corporation, id, "case", member, name, content_hash, event) VALUES ($1, $2, $3, $4, 'completeTask', 'h', $5)`,
      [corporation, id, ahead.id, member, JSON.stringify(talk())],
    );
    await write(
      `INSERT INTO answer (corporation, id, "case", path, class, value, command) VALUES ($1, $2, $3, 'consent.tenant', 'D1', 'true', $4)`,
      [corporation, randomUUID(), ahead.id, id],
    );
    const heard: string[] = [];
    const stop = await api.listen('case_changed', (text) => heard.push(text));
    expect(await ahead.apply(ahead.accept(talk(), id))).toBe('applied');
    await new Promise((done) => setTimeout(done, 100));
    await stop();
    expect(heard.map((text) => JSON.parse(text))).toEqual([{ caseId: ahead.id, revision: 1, corporation }]);
    expect(await read('SELECT status, revision FROM command WHERE id = $1', id)).toEqual([
      { status: 'done', revision: 1 },
    ]);
    expect(await read('SELECT status FROM answer WHERE command = $1', id)).toEqual([{ status: 'current' }]);
    expect(await read('SELECT item FROM worklist WHERE "case" = $1', ahead.id)).toEqual([{ item: 'visit' }]);
    expect(
      await read('SELECT stage, until IS NULL AS open FROM stage_interval WHERE "case" = $1 ORDER BY 1', ahead.id),
    ).toEqual([
      { stage: 'meet', open: false },
      { stage: 'work', open: true },
    ]);
    expect(await read('SELECT action FROM audit WHERE "case" = $1 ORDER BY id', ahead.id)).toEqual([
      { action: 'begin' },
      { action: 'submit' },
    ]);
    const [row] = await read<{ hash: string; state: State }>('SELECT hash, state FROM "case" WHERE id = $1', ahead.id);
    expect(row).toEqual({ hash: hashState(ahead.state), state: ahead.state });
  });
  it('keeps the event of the journal sealed by the key of its household, or of a case without one', async () => {
    await ahead.apply(ahead.accept(talk()));
    const [row] = await read<{ event: Buffer; wrapped: Buffer }>(
      `SELECT j.event, k.wrapped FROM journal j JOIN data_key k ON k.id = j.key WHERE j."case" = $1 AND j.revision = 1`,
      ahead.id,
    );
    const name = `${corporation}/${ahead.id}`;
    const key = unseal(rootKey, name, row!.wrapped);
    expect(row!.event.toString('latin1')).not.toContain('consent');
    expect(JSON.parse(unseal(key, name, row!.event).toString())).toEqual(talk());
  });
  it('catches up when steps are missing, and applies nothing twice', async () => {
    const first = ahead.accept(talk());
    const second = ahead.accept(visit());
    expect(await ahead.apply(second)).toBe('applied');
    expect(await ahead.apply(first)).toBe('already');
    expect(await read('SELECT revision FROM journal WHERE "case" = $1 ORDER BY 1', ahead.id)).toHaveLength(3);
    expect(await read('SELECT status FROM "case" WHERE id = $1', ahead.id)).toEqual([{ status: 'ended' }]);
  });
  it('applies one step once, when eight ask at the same time', async () => {
    const entry = ahead.accept(talk());
    const results = await Promise.all(Array.from({ length: 8 }, () => ahead.apply(entry)));
    expect(results.filter((one) => one === 'applied')).toHaveLength(1);
  });
  it('parks a case whose hash differs, overwrites nothing and stays parked', async () => {
    const entry = { ...ahead.accept(talk()), hash: '0'.repeat(16) };
    expect(await ahead.apply(entry)).toBe('parked');
    expect(await ahead.apply(ahead.accept(visit()))).toBe('parked');
    const open = await openCases(replicaDatabase, corporation);
    const own = open.find((one) => one.id === ahead.id);
    expect(own).toMatchObject({ revision: 0 });
    expect(own?.parked).toBeTruthy();
  });
  it('goes on with a case once its row is as the workflow had it, and a person says so', async () => {
    const honest = ahead.accept(talk());
    expect(await ahead.apply({ ...honest, hash: '0'.repeat(16) })).toBe('parked');
    expect(await unpark(replicaDatabase, corporation, ahead.id)).toBe(true);
    expect(await unpark(replicaDatabase, corporation, ahead.id)).toBe(false);
    expect(await ahead.apply(honest)).toBe('applied');
  });
  it('shows the last day in the zone of the corporation, also when the world is a day behind', () => {
    const template = small({ items: [item('call', { due: { after: { iso: 'PT16H' } } })] });
    const begun = begin(template, {}, [], '2026-07-01T06:30:00.000Z', origin);
    const rows = begun.accepted ? rowsOf(template, begun.state) : undefined;
    expect(rows?.worklist).toMatchObject([{ due: '2026-07-02', breach_at: '2026-07-01T22:30:00.000Z' }]);
  });
  it('drops answers of refused and vanished commands after a day, and only those', async () => {
    const ids = { refused: randomUUID(), vanished: randomUUID(), pending: randomUUID(), fresh: randomUUID() };
    const command = `INSERT INTO command (corporation, id, "case", member, name, content_hash, event) VALUES ($1, $2, $3, $4, 'completeTask', 'h', '{}')`;
    for (const id of [ids.refused, ids.pending, ids.fresh]) await write(command, [corporation, id, ahead.id, member]);
    for (const [name, id] of Object.entries(ids))
      await write(
        `INSERT INTO answer (corporation, id, "case", path, class, text, command, created_at) VALUES ($1, $2, $3, $4, 'D1', 'x', $5, now() - $6::interval)`,
        [corporation, randomUUID(), ahead.id, name, id, name === 'fresh' ? '1 hour' : '25 hours'],
      );
    for (const id of [ids.refused, ids.fresh]) await replica.refuse(corporation, id, [{ code: 'stale' }]);
    await dropAnswers(replicaDatabase, corporation);
    const left = await read<{ path: string }>('SELECT path FROM answer WHERE "case" = $1 ORDER BY path', ahead.id);
    expect(left.map(({ path }) => path)).toEqual(['fresh', 'pending']);
  });
  it('leaves a step of a newer engine to the projector', async () => {
    await asAdmin(cluster.postgres, 'thuisreis', (client) =>
      client.query(`UPDATE "case" SET state = jsonb_set(state, '{engine}', '99') WHERE id = $1`, [ahead.id]),
    );
    expect(await ahead.apply(ahead.accept(talk()))).toBe('left');
  });
  it('refuses a command once, and never what was settled', async () => {
    const id = randomUUID();
    await write(
      `INSERT INTO command (corporation, id, "case", member, name, content_hash, event, created_at)
       VALUES ($1, $2, $3, $4, 'completeTask', 'h', '{}', now() - interval '1 minute')`,
      [corporation, id, ahead.id, member],
    );
    expect((await takePending(replicaDatabase, corporation)).map((one) => one.updateId)).toEqual([id]);
    expect(await takePending(replicaDatabase, corporation)).toEqual([]);
    expect(await replica.refuse(corporation, id, [{ code: 'caseEnded' }])).toMatchObject({ status: 'refused' });
    expect(await replica.refuse(corporation, id, [{ code: 'stale' }])).toMatchObject({
      refusals: [{ code: 'caseEnded' }],
    });
  });
});
