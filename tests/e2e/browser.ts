import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const pictures = 'tests/output';

/** Debian's Chromium, or the one that CHROMIUM_PATH names. */
export function openBrowser(): Promise<Browser> {
  mkdirSync(pictures, { recursive: true });
  const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

/** The rules of WCAG 2.2 AA that the page breaks, with the elements, as plain text. */
export async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(`${axeSource}; undefined`);
  const found = await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(tags)} })`);
  const { violations } = found as { violations: { id: string; nodes: { target: unknown[] }[] }[] };
  return violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Moves the focus by Tab alone until it stands on the element; fails when a round of the page does not reach it. */
export async function tabTo(page: Page, role: string, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role as 'button', { name }).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
  }
  throw new Error(`Tab never reached ${role} ${name}`);
}
