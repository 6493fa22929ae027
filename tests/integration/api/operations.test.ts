import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { House } from './house.js';

const schema = buildSchema(readFileSync(new URL('../../../apps/api/schema.graphql', import.meta.url), 'utf8'));
const SANNE = 'sanne@waterkant.example';
const BRAM = 'bram@heuvelrug.example';
const ROLES = [SANNE, 'petra@waterkant.example', 'ruben@waterkant.example', 'noor@buurtteam.example', BRAM];
const CSV = (lease: string): string =>
  `contractnr;eenheidnr;straat;huisnummer;postcode;plaats;rol;voorletters;achternaam\n${lease};E1;Teststraat;1;1234 AB;Waterdam;huurder;A.;Proef\n`;

interface Own {
  caseId: string;
  household: string;
}
let house: House;
let own: Own;
let foreign: Own;

async function importOne(login: string, slug: string): Promise<Own> {
  const start = `mutation ($i: StartProjectInput!) { startProject(input: $i) { refusals { code } } }`;
  await house.ask(login, start, { i: { key: `p-${slug}`, slug, name: slug, template: 'kennismaking' } });
  const file = { name: 'a.csv', base64: Buffer.from(CSV(`L-${slug}`)).toString('base64') };
  const commit = `mutation ($i: CommitImportInput!) { commitImport(input: $i) { refusals { code } errors { code } } }`;
  const answer = await house.ask(login, commit, { i: { key: `i-${slug}`, project: slug, file } });
  expect(answer).toEqual({ data: { commitImport: { refusals: [], errors: [] } } });
  for (let tries = 0; tries < 60; tries += 1) {
    const query = `query ($p: String) { worklist(scope: TEAM, project: $p) { rows { caseId household { id } } } }`;
    const { data } = (await house.ask(login, query, { p: slug })) as unknown as {
      data: { worklist: { rows: { caseId: string; household: { id: string } }[] } };
    };
    const row = data.worklist.rows[0];
    if (row) return { caseId: row.caseId, household: row.household.id };
    await new Promise((wake) => setTimeout(wake, 500));
  }
  throw new Error('The import did not reach the worklist');
}

beforeAll(async () => {
  house = await House.open();
  own = await importOne(SANNE, 'eigen');
  foreign = await importOne(BRAM, 'vreemd');
}, 400_000);
afterAll(() => house?.close(), 60_000);

type Ask = (id: Own & { slug: string }) => [query: string, variables?: object];
const taskInput = (name: string, rest: object): Ask => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($i: ${type}) { ${name}(input: $i) { refusals { code path } duplicate caseId revision case { id } } }`;
  return ({ caseId }) => [query, { i: { key: randomUUID(), caseId, item: 'controleren', ...rest } }];
};
const importInput = (name: string): Ask => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  const query = `mutation ($i: ${type}) { ${name}(input: $i) { refusals { code } duplicate importId new } }`;
  return ({ slug }) => [query, { i: { key: randomUUID(), project: slug, file: { name: 'a.csv', base64: '' } } }];
};
/** Every operation with an id in it has a row; the others say that they have none. */
const operations: { readonly [name: string]: Ask | 'no id' } = {
  me: 'no id',
  projects: 'no id',
  worklist: ({ slug }) => [
    `query ($p: String) { worklist(scope: TEAM, project: $p) { rows { item } next } }`,
    { p: slug },
  ],
  project: ({ slug }) => [`query ($s: ID!) { project(slug: $s) { name dwellings } }`, { s: slug }],
  household: ({ household }) => [
    `query ($h: ID!) { household(id: $h) { displayName persons { name } } }`,
    { h: household },
  ],
  case: ({ caseId }) => [`query ($c: ID!) { case(id: $c) { revision status timeline { code } } }`, { c: caseId }],
  explain: ({ caseId }) => [`query ($c: ID!) { explain(caseId: $c, item: "controleren") { state } }`, { c: caseId }],
  referrals: 'no id',
  templates: 'no id',
  checkTemplate: 'no id',
  audit: ({ household }) => [`query ($h: ID) { audit(household: $h) { rows { act } next } }`, { h: household }],
  startProject: 'no id',
  completeTask: taskInput('completeTask', { values: {} }),
  claimTask: taskInput('claimTask', {}),
  releaseTask: taskInput('releaseTask', {}),
  assignTask: taskInput('assignTask', { assignee: randomUUID() }),
  snoozeTask: taskInput('snoozeTask', { until: '2030-01-01' }),
  previewImport: importInput('previewImport'),
  commitImport: importInput('commitImport'),
};

test('every operation of the schema has its row', () => {
  const names = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );
  expect(Object.keys(operations).sort()).toEqual(names.sort());
});

const withId = Object.entries(operations).flatMap(([name, ask]) => (ask === 'no id' ? [] : [{ name, ask }]));

test.each(withId)('$name: what belongs to others looks like what never was, for every role', async ({ ask }) => {
  for (const login of ROLES) {
    const others = login === BRAM ? { ...own, slug: 'eigen' } : { ...foreign, slug: 'vreemd' };
    const never = { caseId: randomUUID(), household: randomUUID(), slug: 'nooit' };
    expect(await house.text(login, ...ask(others))).toBe(await house.text(login, ...ask(never)));
  }
});

test('a case manager sees the own case, an administrator and a partner do not', async () => {
  const query = `query ($c: ID!) { case(id: $c) { id } }`;
  const seen = async (login: string): Promise<unknown> => (await house.ask(login, query, { c: own.caseId })).data;
  expect(await seen(SANNE)).toEqual({ case: { id: own.caseId } });
  expect(await seen('ruben@waterkant.example')).toEqual({ case: null });
  expect(await seen('noor@buurtteam.example')).toEqual({ case: null });
});

test('five equal mutations at once are one: four say duplicate, other content is keyReused', async () => {
  const complete = `mutation ($i: CompleteTaskInput!) { completeTask(input: $i) { refusals { code } duplicate revision } }`;
  const i = { key: 'five', caseId: own.caseId, item: 'controleren', values: {} };
  type Done = { completeTask: { refusals: { code: string }[]; duplicate: boolean; revision: number } };
  const send = async (input: object): Promise<Done['completeTask']> =>
    ((await house.ask(SANNE, complete, { i: input })).data as unknown as Done).completeTask;
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => send(i)));
  expect(answers.map(({ refusals, revision }) => ({ refusals, revision }))).toEqual(
    answers.map(() => ({ refusals: [], revision: 1 })),
  );
  expect(answers.filter(({ duplicate }) => duplicate)).toHaveLength(4);
  expect((await send({ ...i, outcome: 'other' })).refusals).toEqual([{ code: 'keyReused' }]);
  const timeline = `query ($c: ID!) { case(id: $c) { revision timeline { revision code item } } }`;
  const { data } = (await house.ask(SANNE, timeline, { c: own.caseId })) as unknown as {
    data: { case: { revision: number; timeline: { code: string; item: string }[] } };
  };
  expect(data.case.revision).toBe(1);
  expect(data.case.timeline.filter(({ code, item }) => code === 'complete' && item === 'controleren')).toHaveLength(1);
});
