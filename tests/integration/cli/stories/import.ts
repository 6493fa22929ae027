/** Files of leases through the command line, into a real house: what changes, what is refused, what survives a kill. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { until, type CommandLine } from '../command-line.js';

const SANNE = 'sanne@waterkant.example';
const demo = readFileSync(resolve('config/demo/nachtegaal.csv'), 'utf8');
const START = `mutation ($i: StartProjectInput!) { startProject(input: $i) { refusals { code } } }`;

export function importStories(house: CommandLine): void {
  function write(name: string, text: string): string {
    const file = join(house.data, name);
    writeFileSync(file, text);
    return file;
  }
  const send = (file: string, project = 'nachtegaal', ...more: string[]) =>
    house.say('import', file, '--project', project, '--as', SANNE, ...more);
  const count = async (sql: string): Promise<number> =>
    (await house.rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`))[0]!.n;

  beforeAll(async () => {
    for (const slug of ['nachtegaal', 'merel']) {
      const i = { key: slug, slug, name: slug, template: 'kennismaking' };
      expect(await house.graphql(SANNE, START, { i })).toEqual({ data: { startProject: { refusals: [] } } });
    }
  }, 60_000);

  describe('a file with a bad date in line 57', () => {
    it('is refused with line and column, and nothing of it is stored', async () => {
      const lines = demo.split('\n');
      lines[56] = lines[56]!.replace(/\d\d-\d\d-\d{4}/u, '31-02-2010');
      const said = await send(write('bad.csv', lines.join('\n')));
      expect(said.code).toBe(1);
      expect(said.lines).toContainEqual(expect.stringMatching(/^57 \| ingangsdatum \| /u));
      expect(await count('lease')).toBe(0);
      expect(await count('import')).toBe(0);
    }, 60_000);
  });

  describe('the demo file', () => {
    it('is new once, survives a kill of the worker half way, and is unchanged the second time', async () => {
      const said = await send(write('demo.csv', demo));
      expect(said.lines.at(-1)).toMatch(/: 174 new, 0 unchanged$/u);
      process.kill(house.run.pids['worker']!, 'SIGKILL');
      expect(await count('lease')).toBe(174);
      await until(async () => (await count(`import WHERE state = 'done'`)) === 1, 90_000);
      expect(await count('"case"')).toBe(174);
      expect(await count(`command WHERE name = 'startCase' AND status = 'done'`)).toBe(174);
      expect((await send(write('demo.csv', demo))).lines.at(-1)).toMatch(/: 0 new, 174 unchanged$/u);
      expect(await count('"case"')).toBe(174);
    }, 150_000);

    it('gives every household and case the team of its project', async () => {
      const of = (table: string) => `${table} x JOIN team t ON t.id = x.team WHERE t.name = 'Team Nachtegaal'`;
      expect([await count(of('household')), await count(of('"case"')), await count(of('worklist'))]).toEqual([
        174, 174, 174,
      ]);
    });

    it('shows staff of another team none of the households', async () => {
      const query = '{ worklist(scope: TEAM, first: 5) { rows { title } } }';
      const rows = async (login: string) => {
        const answer = (await house.graphql(login, query, {})) as { data: { worklist: { rows: unknown[] } } };
        return answer.data.worklist.rows.length;
      };
      expect([await rows(SANNE), await rows('ahmed@waterkant.example')]).toEqual([5, 0]);
    }, 60_000);

    it('changes what differs, and only that', async () => {
      const [, first = ''] = demo.split('\n');
      const changed = first.replace(/;06-\d+;/u, ';0612345678;').replace('Nguyễn', 'Nguyễn-Bos');
      expect(changed).not.toBe(first);
      const said = await send(write('changed.csv', demo.replace(first, changed)));
      expect(said.lines.at(-1)).toMatch(/: 0 new, 1 changed, 173 unchanged$/u);
      const people = await house.rows(`SELECT p.phone, p.surname, h.display_name FROM person p
      JOIN household h ON h.id = p.household JOIN lease l ON l.household = h.id WHERE l.contract = 'HC-020001'`);
      expect(people).toEqual([{ phone: '0612345678', surname: 'Nguyễn-Bos', display_name: 'G. Nguyễn-Bos' }]);
      expect((await send(write('changed.csv', demo.replace(first, changed)))).lines.at(-1)).toMatch(
        /0 new, 174 unchanged/u,
      );
    }, 60_000);

    it('is refused by another project, which would share its households', async () => {
      const said = await send(write('demo.csv', demo), 'merel');
      expect(said.code).toBe(1);
      expect(said.text).toContain('contractnr');
    }, 60_000);

    it('leaves no file behind once it is done', async () => {
      await until(async () => (await count(`import WHERE state <> 'done'`)) === 0, 30_000);
      expect(await count('import WHERE length(file) > 0')).toBe(0);
    }, 40_000);
  });

  describe('history and forbidden columns', () => {
    const HEAD = 'contractnr;straat;huisnummer;postcode;plaats;achternaam';
    const LINE = 'M-1;Merelstraat;1;1099 NB;Waterdam;Vos';

    it('drops a BSN with a notice: no table holds it', async () => {
      const said = await send(write('bsn.csv', `BSN;${HEAD}\n123456782;${LINE}\n`), 'merel', '--format', 'json');
      expect(JSON.parse(said.text)).toMatchObject({ new: 1, notices: [{ code: 'bsnDropped' }] });
      const tables = await house.rows<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname = 'public'`,
      );
      for (const { name } of tables) {
        expect([name, await count(`"${name}" t WHERE t::text LIKE '%123456782%'`)]).toEqual([name, 0]);
        expect([name, await count(`"${name}" t WHERE t::text LIKE '%313233343536373832%'`)]).toEqual([name, 0]);
      }
    }, 60_000);

    it('takes a journey over with the tasks that were done, and keeps dates it has no task for', async () => {
      const [{ body } = { body: { items: [] as { id: string; kind: string; form?: string }[] } }] = await house.rows<{
        body: { items: { id: string; kind: string; form?: string }[] };
      }>(`SELECT body FROM template_version WHERE corporation = 'waterkant' AND name = 'kennismaking'`);
      const task = body.items.find(({ kind, form }) => kind === 'humanTask' && form === undefined)!.id;
      const file = write(
        'history.csv',
        `${HEAD};${task}Op;sleutelOp\n${LINE.replace('M-1', 'M-2')};02-03-2026;03-03-2026\n`,
      );
      const said = await send(file, 'merel', '--format', 'json');
      expect(JSON.parse(said.text)).toMatchObject({ new: 1, notices: [{ code: 'historyUnknown' }] });
      await until(async () => (await count(`import WHERE state <> 'done'`)) === 0, 30_000);
      const [row] = await house.rows(
        `SELECT l.history, t.state FROM lease l JOIN "case" c ON c.household = l.household
      JOIN task t ON t."case" = c.id AND t.item = $1 WHERE l.contract = 'M-2'`,
        [task],
      );
      expect(row).toEqual({ history: { [task]: '2026-03-02', sleutel: '2026-03-03' }, state: 'completed' });
      expect((await send(file, 'merel')).lines.at(-1)).toMatch(/0 new, 1 unchanged/u);
    }, 60_000);
  });
}
