import { beforeAll, expect, test } from '@jest/globals';
import { AHMED, BRAM, NOOR, PETRA, RUBEN, SANNE, VERA, type Own, type World } from '../world.js';

interface Acts {
  audit: { rows: { act: string; member: string | null; caseId: string | null; classes: string[] }[] };
}
interface Referrals {
  referrals: { rows: object[] };
}
interface Seen {
  household: {
    contacts: { channel: string; reached: boolean; happenedOn: string; note: string | null; by: string | null }[];
    notes: { text: string; audience: string[]; by: string | null }[];
  } | null;
}
/** What is kept about a household beside its case, and about those who look at it. */
export function records(world: World): void {
  let own: Own;
  const audit = async (login: string, household = own.household): Promise<Acts['audit']['rows']> => {
    const query = `query ($h: ID) { audit(household: $h, first: 500) { rows { act member caseId classes } } }`;
    return (await world.house.ask<Acts>(login, query, { h: household })).audit.rows;
  };
  const memberOf = async (login: string): Promise<string> =>
    (await world.house.ask<{ me: { member: string } }>(login, '{ me { member } }')).me.member;
  const household = async (login: string): Promise<Seen['household']> => {
    const query = `query ($h: ID!) { household(id: $h) {
      contacts { channel reached happenedOn note by } notes { text audience by } } }`;
    return (await world.house.ask<Seen>(login, query, { h: own.household })).household;
  };
  const write = async (table: 'contact' | 'note', columns: object): Promise<unknown> => {
    const row = { corporation: 'waterkant', household: own.household, member: await memberOf(SANNE), ...columns };
    const names = Object.keys(row).map((name) => `"${name}"`);
    const places = names.map((_, n) => `$${n + 1}`);
    return world.house.sql(`INSERT INTO ${table} (${names.join()}) VALUES (${places.join()})`, Object.values(row));
  };
  beforeAll(async () => {
    own = await world.import(SANNE);
    await write('contact', { channel: 'phone', reached: false, happened_on: '2026-11-03', note: 'belt terug' });
    await write('contact', { channel: 'visit', reached: true, happened_on: '2026-11-05', note: null });
    await write('note', { text: 'hond bijt', audience: '' });
    await write('note', { text: 'alleen voor de teamleider', audience: 'teamLead planner' });
    await write('note', { text: 'voor de planner', audience: 'planner', member: await memberOf(AHMED) });
  }, 60_000);

  test('contacts and notes are read from their rows, newest first, by the team and by those a note is for', async () => {
    const bySanne = await household(SANNE);
    const contact = { note: 'belt terug', by: 'Sanne Verhoeven' };
    expect(bySanne?.contacts).toEqual([
      { channel: 'visit', reached: true, happenedOn: '2026-11-05', note: null, by: 'Sanne Verhoeven' },
      { channel: 'phone', reached: false, happenedOn: '2026-11-03', ...contact },
    ]);
    expect(bySanne?.notes.map(({ text }) => text).sort()).toEqual(['alleen voor de teamleider', 'hond bijt']);
    const byPetra = (await household(PETRA))?.notes;
    expect(byPetra?.map(({ audience }) => audience)).toContainEqual(['teamLead', 'planner']);
    expect(await household(AHMED)).toBeNull();
    expect(await household(RUBEN)).toBeNull();
  });

  test('every look at a household is written down before it is answered', async () => {
    const before = (await audit(VERA)).length;
    await household(PETRA);
    const c = { c: own.caseId };
    await world.house.text(PETRA, `query ($c: ID!) { case(id: $c) { revision } }`, c);
    await world.house.text(PETRA, `query ($c: ID!) { explain(caseId: $c, item: "bezoeken") { state } }`, c);
    const rows = (await audit(VERA)).slice(0, 3);
    const petra = await memberOf(PETRA);
    expect(rows.map(({ act, member }) => [act, member])).toEqual([
      ['read explanation', petra],
      ['read case', petra],
      ['read household', petra],
    ]);
    expect(rows[0]?.classes).toEqual(expect.arrayContaining(['D1', 'D2']));
    expect((await audit(VERA)).length).toBe(before + 3);
  });

  test('a look at the worklist is written down too, without a household', async () => {
    const text = `SELECT count(*)::int AS n FROM access_log WHERE what = 'worklist' AND member = $1`;
    const count = async (): Promise<number> =>
      (await world.house.sql<{ n: number }>(text, [await memberOf(PETRA)]))[0]?.n ?? 0;
    const before = await count();
    await world.house.ask(PETRA, '{ worklist(scope: TEAM) { rows { item } } }');
    expect(await count()).toBe(before + 1);
  });

  test('where nothing can be written, nothing is shown', async () => {
    await world.house.sql(`REVOKE INSERT ON access_log FROM thuisreis_api`);
    try {
      const query = `query ($h: ID!) { household(id: $h) { displayName } }`;
      const text = await world.house.text(SANNE, query, { h: own.household });
      expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: 'internalError' } }] });
      expect(text).not.toContain('Proef');
    } finally {
      await world.house.sql(`GRANT INSERT ON access_log TO thuisreis_api`);
    }
  });

  test('an auditor sees every act, a team lead the team’s, others their own, another corporation none', async () => {
    const all = await audit(VERA);
    expect(new Set(all.map(({ member }) => member)).size).toBeGreaterThanOrEqual(2);
    expect(await audit(PETRA)).toEqual(all);
    const sanne = await memberOf(SANNE);
    const hers = await audit(SANNE);
    expect(hers.length).toBeGreaterThan(0);
    expect(hers.every(({ member }) => member === sanne)).toBe(true);
    expect(await audit(AHMED)).toEqual([]);
    expect(await audit(BRAM)).toEqual([]);
  });

  test('an auditor sees that, and nothing of the household itself', async () => {
    const query = `query ($h: ID!) { household(id: $h) { id } worklist(scope: TEAM) { rows { item } } }`;
    expect(await world.house.ask(VERA, query, { h: own.household })).toEqual({
      household: null,
      worklist: { rows: [] },
    });
  });

  test('a partner reads exactly what was shared, until it ends; every reading is written down', async () => {
    const partnerOf = `SELECT p.partner FROM partner_member p JOIN member m ON m.id = p.member WHERE m.login = $1`;
    const [noor] = await world.house.sql<{ partner: string }>(partnerOf, [NOOR]);
    await world.house.sql(
      `INSERT INTO referral (corporation, "case", household, item, partner, partner_task, purpose, ground, effect, shared)
       VALUES ('waterkant', $1, $2, 'intake', $3, 'intake', 'begeleiding', 'consent', '1:0', $4)`,
      [own.caseId, own.household, noor?.partner, JSON.stringify([{ label: { nl: 'Bewoners' }, value: '3' }])],
    );
    const read = async (login: string): Promise<object[]> =>
      (await world.house.ask<Referrals>(login, '{ referrals { rows { state shared { label value } } } }')).referrals
        .rows;
    const offered = [{ state: 'offered', shared: [{ label: 'Bewoners', value: '3' }] }];
    expect(await read(NOOR)).toEqual(offered);
    expect(await read(SANNE)).toEqual(offered);
    expect(await read(AHMED)).toEqual([]);
    expect(await read(BRAM)).toEqual([]);
    const readers = (await audit(VERA)).filter(({ act }) => act === 'read referral').map(({ member }) => member);
    expect(readers).toEqual([await memberOf(SANNE), await memberOf(NOOR)]);
    await world.house.sql(`UPDATE referral SET ends_at = now() WHERE household = $1`, [own.household]);
    expect(await read(NOOR)).toEqual([]);
  });
}
