import { expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { breaches, picture } from './browser.js';
import type { Instance } from './instance.js';

export interface Visit {
  readonly instance: Instance;
  readonly browser: Browser;
}
const WIDTHS = [1280, 390, 320] as const;
const SCHEMES = ['light', 'dark'] as const;

/** Every route in light and dark on a desk, a phone and a small phone, and in both languages. */
export function looks(visit: () => Visit): void {
  const enter = async (
    login: string | undefined,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<{ context: BrowserContext; page: Page }> => {
    const { instance, browser } = visit();
    const context = await browser.newContext({ locale: 'en-US', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    if (login) await page.goto(`${instance.url}/sign-in?as=${login}`);
    return { context, page };
  };
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(visit().instance.url + path);
    await page.locator('h1').waitFor();
    await page.waitForFunction(() => !globalThis.document.querySelector('.loading'));
  };
  const overflows = (page: Page): Promise<boolean> =>
    page.evaluate(() => {
      const { scrollWidth, clientWidth } = globalThis.document.documentElement;
      return scrollWidth > clientWidth;
    });

  test.each(SCHEMES.flatMap((colorScheme) => WIDTHS.map((width) => ({ colorScheme, width }))))(
    'every route at $width px in $colorScheme breaks no rule and needs no sideways scroll',
    async ({ colorScheme, width }) => {
      const { context, page } = await enter('sanne@waterkant.example', {
        colorScheme,
        viewport: { width, height: 844 },
      });
      await open(page, '/day');
      const task = (await page.locator('.row a').first().getAttribute('href')) ?? '';
      for (const path of ['/day', task.replace(/\/tasks\/.*/, ''), task, '/import', '/nergens']) {
        await open(page, path);
        const name = path
          .split('/')
          .filter((part) => /^[a-z]+$/.test(part))
          .join('-');
        expect({ path, breaches: await breaches(page) }).toEqual({ path, breaches: [] });
        expect({ path, overflows: await overflows(page) }).toEqual({ path, overflows: false });
        await picture(page, `look-${name}-${width}-${colorScheme}`);
      }
      await context.close();
    },
  );

  test('the language is Dutch whatever the browser speaks, and switches to English and back', async () => {
    const { context, page } = await enter('sanne@waterkant.example');
    await open(page, '/day');
    const language = (): Promise<string | null> => page.locator('html').getAttribute('lang');
    expect([await language(), await page.locator('h1').textContent()]).toEqual(['nl', 'Mijn dag']);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { level: 1, name: 'My day' }).waitFor();
    expect(await language()).toBe('en');
    expect(await breaches(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'My day' }).waitFor();
    expect(await language()).toBe('en');
    await page.getByRole('button', { name: 'Nederlands' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mijn dag' }).waitFor();
    await context.close();
  });

  test('a day is typed as dd-mm-jjjj, also in an English browser, and arrows change it', async () => {
    const { context, page } = await enter('sanne@waterkant.example');
    await open(page, '/day');
    await page.locator('.row a').first().click();
    const day = page.getByLabel('Op welke dag was dit?');
    await day.waitFor();
    expect(await day.getAttribute('placeholder')).toBe('dd-mm-jjjj');
    await day.focus();
    await page.keyboard.type('1-3-2026');
    await page.keyboard.press('Tab');
    expect(await day.inputValue()).toBe('01-03-2026');
    await day.focus();
    await page.keyboard.press('ArrowDown');
    expect(await day.inputValue()).toBe('28-02-2026');
    await day.fill('31-02-2026');
    await page.getByRole('button', { name: 'Taak afronden' }).click();
    await page.getByRole('alert').getByText('bestaande dag').waitFor();
    await picture(page, 'look-day-refused');
    await context.close();
  });

  test('the menu offers importing to those who may, and the page is not found by others', async () => {
    const cases = { 'sanne@waterkant.example': 1, 'petra@waterkant.example': 0, 'noor@buurtteam.example': 0 };
    for (const [login, count] of Object.entries(cases)) {
      const { context, page } = await enter(login);
      await open(page, '/day');
      const link = page.getByRole('navigation').getByRole('link', { name: 'Importeren' });
      expect([login, await link.count()]).toEqual([login, count]);
      await open(page, '/import');
      expect(await page.locator('h1').textContent()).toBe(count === 1 ? 'Importeren' : 'Niet gevonden');
      await context.close();
    }
  });

  test('being signed out is no error in the console', async () => {
    const { context, page } = await enter(undefined);
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await open(page, '/day');
    await page.getByRole('link', { name: 'Sanne' }).waitFor();
    expect(errors).toEqual([]);
    await context.close();
  });
}
