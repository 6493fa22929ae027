import type { Locator, Page } from 'playwright-core';

/** Answers a task's form with the first choice or a plausible value, by keyboard. */
export async function fillForm(page: Page): Promise<void> {
  const fields = page.locator('main form .field');
  for (let index = 0; index < (await fields.count()); index++) await fillField(fields.nth(index));
}

async function fillField(field: Locator): Promise<void> {
  const radio = field.locator('input[type=radio]').first();
  if (await radio.count()) {
    await radio.focus();
    return radio.press('Space');
  }
  const text = field.locator('input[aria-required=true]:not([type=checkbox]), textarea[aria-required=true]').first();
  if ((await text.count()) && (await text.inputValue()) === '') await text.fill(await plausible(text));
}

async function plausible(input: Locator): Promise<string> {
  const kind = await input.getAttribute('type');
  if ((await input.getAttribute('data-kind')) === 'date') return new Date().toISOString().slice(0, 10);
  if (kind === 'email') return 'bewoner@waterkant.example';
  return (await input.getAttribute('inputmode')) === 'decimal' ? '2' : 'Besproken';
}
