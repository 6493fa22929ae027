import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from './log.js';
import { readWhole, writeWhole } from './run-file.js';
import type { Settings } from './settings.js';

const LOADED = 'demo-loaded.json';
const PEOPLE = 'sanne@waterkant.example';
/** Milliseconds for the journeys to appear in the worklist. */
const PATIENCE = 180_000;
interface Answer {
  readonly refusals: readonly { readonly code: string }[];
  readonly households?: number;
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/sign-in?as=${encodeURIComponent(PEOPLE)}`, { redirect: 'manual' });
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('thuisreis_session='));
  if (!cookie) throw new Error(`the demo's case manager could not sign in: ${response.status}`);
  return cookie.split(';', 1)[0] ?? '';
}

interface Page {
  readonly rows: readonly object[];
  readonly next: string | null;
}

async function mutate(url: string, cookie: string, name: string, input: object, shape: string): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${name}(input: $input) { refusals { code } ${shape} } }`;
  return ask<Answer>(url, cookie, name, query, { input });
}

async function ask<T>(url: string, cookie: string, name: string, query: string, variables: object): Promise<T> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-thuisreis': '1', cookie },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data?: Record<string, T>; errors?: { message: string }[] };
  const answer = data?.[name];
  if (!answer) throw new Error(`${name}: ${errors?.map(({ message }) => message).join('; ') ?? response.status}`);
  return answer;
}

/** Whoever opens the house finds its households: each journey has its first task in the worklist. */
async function untilListed(url: string, cookie: string, journeys: number): Promise<void> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; await pause(1000)) {
    if ((await listed(url, cookie)) >= journeys) return;
  }
  say(`Not all ${journeys} journeys are in the worklist yet; the rest follow`);
}

async function listed(url: string, cookie: string): Promise<number> {
  const query = `query ($after: String) { worklist(scope: TEAM, first: 500, after: $after) { rows { caseId } next } }`;
  let count = 0;
  for (let after: string | null | undefined; after !== null;) {
    const page: Page = await ask<Page>(url, cookie, 'worklist', query, { after });
    count += page.rows.length;
    after = page.next;
  }
  return count;
}

/** Imports the demo's file at the first start, through the same doors as a person; keys make a second try harmless. */
export async function loadDemo({ dataDir, configFolder }: Settings, url: string): Promise<void> {
  if (readWhole(dataDir, LOADED)) return;
  const name = 'nachtegaal.csv';
  try {
    const cookie = await signIn(url);
    const project = { key: 'demo-project', slug: 'nachtegaal', name: 'De Nachtegaal', template: 'kennismaking' };
    const opened = await mutate(url, cookie, 'startProject', project, '');
    // A project of that name is there already: the file can go into it.
    const refused = opened.refusals.find(({ code }) => code !== 'revisionConflict');
    if (refused) throw new Error(`startProject: ${refused.code}`);
    const base64 = readFileSync(join(configFolder, 'demo', name)).toString('base64');
    const input = { key: 'demo-import', project: 'nachtegaal', file: { name, base64 } };
    const { refusals, households } = await mutate(url, cookie, 'commitImport', input, 'households');
    if (refusals.length > 0) throw new Error(refusals.map(({ code }) => code).join(', '));
    await untilListed(url, cookie, households ?? 0);
    writeWhole(dataDir, LOADED, { households });
    say(`The demo is loaded: ${households} households`);
  } catch (error) {
    say(`The demo is not loaded; the next start tries again: ${error instanceof Error ? error.message : error}`);
  }
}
