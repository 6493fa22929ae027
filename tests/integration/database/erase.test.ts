/** A household is erased: what it leaves is unreadable for ever, and nobody else loses anything. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { begin, hashState, step, type Event } from '@thuisreis/engine';
import { systemActor } from '@thuisreis/policy';
import { eraseHousehold, readJournal, Replica, type Database } from '@thuisreis/read-model';
import { dataConverter, keyRing, keysInDatabase, type KeyRing } from '../../../workflows/src/codec.js';
import { found, startCluster, type Cluster } from './cluster.js';
import { journey } from './journey.js';

jest.setTimeout(120_000);
const corporation = 'waterkant';
const now = '2026-01-05T08:00:00.000Z';
const rootKey = randomBytes(32);
const origin = { calendar: Object.keys(journey.calendars)[0]! };
const talk: Event = { type: 'submit', item: 'talk', values: { 'consent.tenant': true }, by: randomUUID() };
let cluster: Cluster;
let worker: Database;
let replica: Database;
let rows: Replica;

interface Home {
  readonly household: string;
  readonly cases: readonly string[];
}
const write = <R extends object>(sql: string, ...values: unknown[]): Promise<R[]> =>
  worker.as(systemActor(corporation), (tx) => tx.query<R>(sql, values), { write: true });
/** A process of its own: it knows no key but those it asks for. */
const anotherProcess = (): KeyRing =>
  keyRing(
    rootKey,
    keysInDatabase((_, sql, values) =>
      worker.as(systemActor(corporation), (tx) => tx.query(sql, values), { write: true }),
    ),
  );
const codecOf = (keys: KeyRing) => dataConverter({ keys, templates: async () => undefined }).payloadCodecs![0]!;
const inCase = (id: string) => ({ type: 'workflow' as const, namespace: 'n', workflowId: `case/${corporation}/${id}` });
const payload = (text: string) => ({
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from(JSON.stringify(text)),
});
const textOf = (data: Uint8Array | null | undefined): unknown => JSON.parse(Buffer.from(data ?? []).toString());

beforeAll(async () => {
  cluster = await startCluster();
  const api = cluster.open('api');
  worker = cluster.open('worker');
  replica = cluster.open('replica');
  rows = new Replica(replica, rootKey);
  await found(api, corporation);
  const version = [journey.name, journey.version, journey.hash, journey.kind, JSON.stringify(journey)];
  const sql = `INSERT INTO template_version (corporation, name, version, hash, kind, body) VALUES ($1, $2, $3, $4, $5, $6)`;
  await api.as(systemActor(corporation), (tx) => tx.query(sql, [corporation, ...version]), { write: true });
});
afterAll(() => cluster?.stop());

/** A household with a person and two cases, each one step on its way. */
async function home(number: string): Promise<Home> {
  const [dwelling] = await write<{ id: string }>(
    `INSERT INTO dwelling (corporation, project, number, street, house_number) SELECT corporation, id, $1, 'Kade', $1 FROM project RETURNING id, project`,
    number,
  );
  const [one] = await write<{ id: string }>(
    `INSERT INTO household (corporation, project, dwelling, display_name) SELECT corporation, project, id, 'Jansen' FROM dwelling WHERE id = $1 RETURNING id`,
    dwelling!.id,
  );
  const household = one!.id;
  await write(
    `INSERT INTO person (corporation, household, role, surname) VALUES ($1, $2, 'tenant', 'Jansen')`,
    corporation,
    household,
  );
  const cases = [randomUUID(), randomUUID()];
  for (const id of cases) await walk(id, household);
  return { household, cases };
}

async function walk(id: string, household: string): Promise<void> {
  const place = { corporation, case: id, household };
  const first = begin(journey, {}, [], now, origin);
  if (!first.accepted) throw new Error('the journey does not begin');
  await rows.start({ ...place, template: journey, facts: {}, history: [], now, origin });
  const next = step(journey, first.state, talk, now);
  if (!next.accepted) throw new Error('the talk is refused');
  await rows.apply({ ...place, revision: 1, now, hash: hashState(next.state), event: talk }, async () => []);
}
const events = async (id: string) => (await readJournal(replica, rootKey, corporation, id)).map(({ event }) => event);
const keysOf = (one: Home) =>
  write<{ n: number }>(
    `SELECT count(*)::int AS n FROM data_key WHERE subject = $1 OR subject = ANY ($2)`,
    one.household,
    one.cases,
  );

describe('a household', () => {
  it('has one key for all its cases, in the journal and in Temporal', async () => {
    const one = await home('1');
    expect(await keysOf(one)).toEqual([{ n: 1 }]);
    for (const id of one.cases) {
      const [sealed] = await codecOf(anotherProcess()).encode([payload('x')], inCase(id));
      expect(Buffer.from(sealed!.metadata!['key']!).toString()).toBe(`${corporation}/${one.household}`);
    }
    expect(await keysOf(one)).toEqual([{ n: 1 }]);
  });

  it('is known by the command that starts its first case, before there is a row', async () => {
    const { household } = await home('2');
    const id = randomUUID();
    await write(
      `INSERT INTO command (corporation, id, name, member, content_hash, "case", event) VALUES ($1, $2, 'startCase', $2, 'h', $2, $3)`,
      ...[corporation, id, JSON.stringify({ household })],
    );
    expect((await anotherProcess().give(`${corporation}/${id}`))?.id).toBe(`${corporation}/${household}`);
  });

  it('is erased: journal and payloads of its cases answer so, its people are gone, others keep everything', async () => {
    const [gone, stays] = [await home('3'), await home('4')];
    const codec = codecOf(anotherProcess());
    const sealed = await codec.encode([payload('secret')], inCase(gone.cases[0]!));
    const other = await codec.encode([payload('kept')], inCase(stays.cases[0]!));
    expect(await events(gone.cases[1]!)).toEqual([expect.anything(), talk]);

    expect((await eraseHousehold({ worker, replica }, corporation, gone.household)).sort()).toEqual(
      [...gone.cases].sort(),
    );

    for (const id of gone.cases) expect(await events(id)).toEqual(['erased', 'erased']);
    const later = codecOf(anotherProcess());
    expect(textOf((await later.decode(sealed))[0]!.data)).toBe('erased');
    expect(textOf((await later.encode([payload('new')], inCase(gone.cases[1]!)))[0]!.data)).toBe('erased');
    expect(textOf((await later.decode(other))[0]!.data)).toBe('kept');
    expect(await events(stays.cases[0]!)).toEqual([expect.anything(), talk]);
    const left = `SELECT (SELECT count(*)::int FROM person WHERE household = h.id) AS persons, h.display_name,
      (SELECT count(*)::int FROM worklist w JOIN "case" c ON c.id = w."case" WHERE c.household = h.id) AS tasks,
      (SELECT bool_or(c.state -> 'facts' <> '{}') FROM "case" c WHERE c.household = h.id) AS facts,
      (SELECT destroyed_at IS NOT NULL AND wrapped IS NULL FROM data_key WHERE subject = h.id) AS tombstone
      FROM household h WHERE h.id = $1`;
    expect(await write(left, gone.household)).toEqual([
      { persons: 0, display_name: '–', tasks: 0, facts: false, tombstone: true },
    ]);
    expect(await write(left, stays.household)).toEqual([
      { persons: 1, display_name: 'Jansen', tasks: 2, facts: true, tombstone: false },
    ]);
  });

  it('can be erased twice, by the worker only, and only in its own corporation', async () => {
    const { household } = await home('5');
    const erase = (database: Database, where = corporation) =>
      database.as(systemActor(where), (tx) => tx.query('SELECT erase_household($1, $2)', [corporation, household]), {
        write: true,
      });
    for (const role of ['api', 'replica', 'report'] as const)
      await expect(erase(cluster.open(role))).rejects.toThrow(/permission denied/);
    await expect(erase(worker, 'heuvelrug')).rejects.toThrow(/no such household/);
    await erase(worker);
    await erase(worker);
  });
});
