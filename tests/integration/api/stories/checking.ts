import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { RUBEN, SANNE, type World } from '../world.js';

interface Finding {
  code: string;
  severity: string;
  line: number;
  column: number;
  message: { nl: string; en: string };
  repair: object | null;
}
interface Checked {
  checkTemplate: { ok: boolean; template: { name: string } | null; findings: Finding[] } | null;
}
/** Templates are checked for those who write them, and no text takes the house down. */
export function checking(world: World): void {
  const good = readFileSync(new URL('../config/gesprekken.yaml', import.meta.url), 'utf8');
  const query = `query ($t: String!) { checkTemplate(text: $t) { ok template findings } }`;
  const check = async (login: string, t: string): Promise<Checked['checkTemplate']> =>
    (await world.house.ask<Checked>(login, query, { t })).checkTemplate;

  test('a sound template has no errors and its name', async () => {
    const checked = await check(RUBEN, good);
    expect(checked?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect([checked?.ok, checked?.template?.name]).toEqual([true, 'gesprekken']);
  });

  test('a broken one says where, in Dutch and English, and how to mend it', async () => {
    const checked = await check(RUBEN, good.replace('role: caseManager', 'role: nobody'));
    expect(checked?.ok).toBe(false);
    const [first] = checked?.findings ?? [];
    const line = good.split('\n').findIndex((one) => one.includes('role: caseManager')) + 1;
    expect(first).toMatchObject({ severity: 'error', line, code: expect.stringMatching(/^T-/) });
    expect([first?.message.nl, first?.message.en]).not.toContain('');
    expect(first?.repair).not.toBeNull();
  });

  test('only administrators are answered', async () => {
    expect(await check(SANNE, good)).toBeNull();
  });

  test.each([
    ['nested lists', '['.repeat(900)],
    ['nested lists twice', `a: ${'['.repeat(900)}\nb: ${'['.repeat(900)}`],
    ['40,000 keys', Array.from({ length: 40_000 }, (_, n) => `k${n}: 1`).join('\n')],
    ['an alias bomb', `a: &a [x,x]\n${Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a,*a]`).join('\n')}`],
  ])(
    '%s is a finding, within seconds, and the next text is checked',
    async (_name, text) => {
      const begun = Date.now();
      const checked = await check(RUBEN, text);
      expect(checked?.ok).toBe(false);
      expect(checked?.findings[0]?.code).toMatch(/^T-Y/);
      expect(Date.now() - begun).toBeLessThan(10_000);
      expect((await check(RUBEN, good))?.ok).toBe(true);
    },
    30_000,
  );

  test('twins do not get each other’s findings', async () => {
    const texts = [good, 'dsl: nothing', good, 'kind: [', good];
    const answers = await Promise.all(texts.map((text) => check(RUBEN, text)));
    expect(answers.map((one) => one?.ok)).toEqual([true, false, true, false, true]);
  });
}
