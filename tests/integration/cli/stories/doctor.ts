/** What the doctor says of a house that is well, of one whose rows were touched, and of one that is not there. */
import { describe, expect, it } from '@jest/globals';
import type { CommandLine, Said } from '../command-line.js';

const LINE = /^(ok|warn|fail) {2}\S.* {2}.+$/u;
const ONE = `(SELECT id FROM "case" WHERE ended_at IS NULL ORDER BY id LIMIT 1)`;

export function doctorStories(house: CommandLine): void {
  const saying = ({ lines }: Said, name: string) => lines.find((line) => line.split('  ')[1] === name);
  /** Runs `look` while one case row is not as the workflow left it. */
  async function tampered(change: string, look: () => Promise<Said>): Promise<Said> {
    const [before] = await house.rows<{ id: string }>(`SELECT * FROM "case" WHERE id = ${ONE}`);
    await house.rows(`UPDATE "case" SET ${change} WHERE id = $1`, [before!.id]);
    try {
      return await look();
    } finally {
      const back = `UPDATE "case" c SET revision = b.revision, hash = b.hash, state = b.state, parked = b.parked
        FROM jsonb_populate_record(NULL::"case", $1::jsonb) b WHERE c.id = b.id`;
      await house.rows(back, [JSON.stringify(before)]);
    }
  }

  describe('the doctor', () => {
    it('prints one line a check of a house that is well', async () => {
      const said = await house.say('doctor');
      for (const line of said.lines) expect(line).toMatch(LINE);
      expect(said.lines.filter((line) => !line.startsWith('ok'))).toEqual([]);
      expect(said.code).toBe(0);
      for (const name of [
        'postgres',
        'temporal',
        'temporal sources',
        'ready',
        'migrations',
        'parked cases',
        'process worker',
      ])
        expect([name, saying(said, name)?.slice(0, 2)]).toEqual([name, 'ok']);
      const json = JSON.parse((await house.say('doctor', '--format', 'json')).text) as object[];
      expect(json).toHaveLength(said.lines.length);
      for (const check of json) expect(Object.keys(check)).toEqual(['name', 'status', 'detail']);
    }, 60_000);

    it('says what to do where nothing runs', async () => {
      const said = await house.say('doctor', { THUISREIS_DATA: '/nonexistent' });
      expect(said.code).toBe(1);
      expect(saying(said, 'run.json')).toMatch(/^fail .*npm start/u);
    }, 60_000);

    it('finds every open case as its workflow has it', async () => {
      const [{ open } = { open: 0 }] = await house.rows<{ open: number }>(
        `SELECT count(*)::int AS open FROM "case" WHERE ended_at IS NULL`,
      );
      expect(open).toBeGreaterThan(170);
      const said = await house.say('doctor', '--reconcile');
      expect(said).toMatchObject({ code: 0, lines: [`${open} cases, 0 differ`] });
    }, 120_000);

    it.each([
      ['state', `state = jsonb_set(state, '{facts}', '{"tampered": true}')`],
      ['hash', `hash = '0000000000000000'`],
      ['revision', 'revision = revision + 1'],
      ['parked', 'parked = now()'],
    ])(
      'finds a row whose %s was touched',
      async (why, change) => {
        const said = await tampered(change, () => house.say('doctor', '--reconcile'));
        expect(said.code).toBe(1);
        expect(said.lines.at(-1)).toMatch(/^\d+ cases, 1 differ$/u);
        expect(said.lines.at(-2)).toMatch(new RegExp(`^fail {2}case/waterkant/[0-9a-f-]{36} {2}${why}$`, 'u'));
      },
      120_000,
    );

    it('shows a parked case', async () => {
      const said = await tampered('parked = now()', () => house.say('doctor'));
      expect(said.code).toBe(1);
      expect(saying(said, 'parked cases')).toMatch(/^fail {2}parked cases {2}1: /u);
    }, 60_000);
  });

  describe('migrate', () => {
    it('applies what is missing, and nothing twice', async () => {
      expect(await house.say('migrate')).toMatchObject({ code: 0, lines: ['nothing to apply'] });
      await house.rows('DROP FUNCTION erase_household(text, uuid)');
      await house.rows(`DELETE FROM migration WHERE name LIKE 'EraseHousehold%'`);
      expect(saying(await house.say('doctor'), 'migrations')).toMatch(/^warn .*EraseHousehold.*npx thuisreis migrate/u);
      const said = await house.say('migrate');
      expect(said).toMatchObject({
        code: 0,
        lines: [expect.stringMatching(/^applied {2}EraseHousehold/u), '1 applied'],
      });
      const allowed = `SELECT has_function_privilege('thuisreis_worker', 'erase_household(text, uuid)', 'execute') AS worker,
        has_function_privilege('thuisreis_api', 'erase_household(text, uuid)', 'execute') AS api`;
      expect(await house.rows(allowed)).toEqual([{ worker: true, api: false }]);
    }, 90_000);

    it('says what is missing where there is no database', async () => {
      expect((await house.say('migrate', { THUISREIS_DATA: '/nonexistent' })).code).toBe(2);
    }, 30_000);
  });
}
