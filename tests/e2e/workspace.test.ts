import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { breaches, openBrowser, picture, tabTo } from './browser.js';
import { fillForm } from './fill-form.js';
import { openInstance } from './instance.js';
import type { Instance } from './instance.js';
import { looks } from './looks.js';

jest.setTimeout(420_000);

/** Twelve leases of a made-up street; one line has a postcode that does not exist when `broken`. */
function twelveHouseholds(broken: boolean): Buffer {
  const head =
    'complexnr;eenheidnr;straat;huisnummer;postcode;plaats;trap;etage;contractnr;ingangsdatum;rol;voorletters;achternaam';
  const lines = Array.from({ length: 12 }, (_, index) => {
    const postcode = broken && index === 3 ? '12AB' : '9999 ZZ';
    const floor = Math.floor(index / 4);
    return `E2E;E2E-${index};Proeflaan;${index + 1};${postcode};Waterdam;1;${floor};E2E-C${index};2020-01-01;huurder;P.;Proef${index}`;
  });
  return Buffer.from([head, ...lines, ''].join('\n'));
}

describe('the workspace in a browser', () => {
  let instance: Instance;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    instance = await openInstance();
    browser = await openBrowser();
    page = await browser.newPage({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(15_000);
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.stop();
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(instance.url + path);
    await page.locator('h1').waitFor();
    await page.waitForFunction(() => !globalThis.document.querySelector('.loading'));
  };
  const expectSound = async (name: string): Promise<void> => {
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.locator('main').count()).toBe(1);
    expect(await breaches(page)).toEqual([]);
    await picture(page, name);
  };
  const firstTask = (): ReturnType<Page['locator']> => page.locator('.row a').first();

  test('opens at the printed address and signs in by keyboard', async () => {
    await open('/');
    await expectSound('sign-in');
    await tabTo(page, 'link', 'Sanne');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mijn dag' }).waitFor();
    await firstTask().waitFor();
    await expectSound('day');
  });

  test('claims a task and gives it back', async () => {
    await page
      .getByRole('button', { name: /oppakken$/ })
      .first()
      .click();
    await page
      .getByRole('status')
      .getByText(/opgepakt$/)
      .waitFor();
    await page
      .getByRole('button', { name: /teruggeven$/ })
      .first()
      .click();
    await page
      .getByRole('status')
      .getByText(/teruggegeven$/)
      .waitFor();
  });

  test('completes a task by keyboard and shows it on the timeline', async () => {
    await open('/day');
    const title = (await firstTask().textContent()) ?? '';
    await tabTo(page, 'link', title);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await expectSound('task');
    await completeOpenTask(page);
    await page.getByText(`${title} afgerond`).first().waitFor();
    await page
      .locator('.journey')
      .getByText(/afgerond/)
      .first()
      .waitFor();
    await expectSound('household');
  });

  test('walks one journey to its end', async () => {
    for (let task = 0; task < 60; task++) {
      await page.waitForFunction(() => !globalThis.document.querySelector('.loading'));
      const next = page.locator('main section a[href*="/tasks/"]').first();
      if (
        !(await next.waitFor({ timeout: 4000 }).then(
          () => true,
          () => false,
        ))
      )
        break;
      await next.click();
      await completeOpenTask(page);
    }
    await page.getByText('Traject afgesloten').first().waitFor();
    await picture(page, 'journey-ended');
  });

  test('shows row errors, then imports twelve households', async () => {
    await open('/import');
    await page.getByLabel('Project').fill('nachtegaal');
    await choose(page, twelveHouseholds(true));
    await page.getByRole('cell', { name: 'postcode', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: 'Importeren' }).count()).toBe(0);
    await expectSound('import-errors');
    await choose(page, twelveHouseholds(false));
    await page.getByRole('button', { name: 'Importeren' }).click();
    await page.getByRole('status').getByText('12 huishoudens geïmporteerd').waitFor({ timeout: 60_000 });
    await expectSound('import-done');
  });

  describe('looks', () => looks(() => ({ instance, browser })));

  test('says "Niet gevonden" for the absent and the unknown', async () => {
    for (const path of ['/households/00000000-0000-4000-8000-000000000000', '/nergens']) {
      await open(path);
      await page.getByRole('heading', { level: 1, name: 'Niet gevonden' }).waitFor();
      await expectSound('not-found');
    }
  });
});

async function choose(page: Page, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name: 'proef.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Bestand bekijken' }).click();
  await page.getByRole('heading', { name: 'Wat er gaat gebeuren' }).waitFor();
}

async function completeOpenTask(page: Page): Promise<void> {
  const finish = page.getByRole('button', { name: 'Taak afronden' });
  await finish.waitFor();
  await fillForm(page);
  await finish.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Tijdlijn' }).first().waitFor();
}
