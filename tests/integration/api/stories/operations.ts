import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { AHMED, BRAM, mutation, NOOR, PETRA, RUBEN, SANNE, VERA, type Own, type World } from '../world.js';

const schema = buildSchema(readFileSync(new URL('../../../../apps/api/schema.graphql', import.meta.url), 'utf8'));
const ROLES = [SANNE, AHMED, PETRA, RUBEN, NOOR, VERA, BRAM];
const EVERYONE_OF_WATERKANT = [SANNE, AHMED, PETRA, RUBEN, NOOR, VERA];
/** Those of the project's team; its planner and colleagues of another team are none of them. */
const TEAM = [SANNE, PETRA];

interface Row {
  readonly ask: (id: Own) => [query: string, variables?: object];
  /** Who is answered otherwise about De Waterkant's own than about what never was. */
  readonly seenBy: readonly string[];
}
const row = (seenBy: readonly string[], ask: Row['ask']): Row => ({ ask, seenBy });
const ofTask = (name: string, rest: object): Row['ask'] => {
  const query = mutation(name, 'refusals { code path } duplicate caseId revision case { id }');
  return ({ caseId }) => [query, { i: { key: randomUUID(), caseId, item: 'nergens', ...rest } }];
};
const ofImport = (name: string): Row['ask'] => {
  const query = mutation(name, 'refusals { code } duplicate importId new');
  return ({ slug }) => [query, { i: { key: randomUUID(), project: slug, file: { name: 'a.csv', base64: '' } } }];
};
/** Every operation with an id in it has a row; the others say that they have none. */
const rows: { readonly [operation: string]: Row | 'no id' } = {
  me: 'no id',
  projects: 'no id',
  worklist: row(TEAM, ({ slug }) => [
    `query ($p: String) { worklist(scope: TEAM, project: $p) { rows { item } next } }`,
    { p: slug },
  ]),
  project: row([SANNE, AHMED, PETRA, RUBEN, VERA], ({ slug }) => [
    `query ($s: ID!) { project(slug: $s) { name dwellings } }`,
    { s: slug },
  ]),
  household: row(TEAM, ({ household }) => [
    `query ($h: ID!) { household(id: $h) { displayName persons { name } contacts { id } notes { id } } }`,
    { h: household },
  ]),
  case: row(TEAM, ({ caseId }) => [
    `query ($c: ID!) { case(id: $c) { id revision status timeline { code } } }`,
    { c: caseId },
  ]),
  explain: row(TEAM, ({ caseId }) => [
    `query ($c: ID!) { explain(caseId: $c, item: "controleren") { item state reasons { value } } }`,
    { c: caseId },
  ]),
  referrals: 'no id',
  templates: 'no id',
  checkTemplate: 'no id',
  audit: row([SANNE, PETRA, VERA], ({ household }) => [
    `query ($h: ID) { audit(household: $h) { rows { act member } next } }`,
    { h: household },
  ]),
  startProject: 'no id',
  completeTask: row(TEAM, ofTask('completeTask', { values: {} })),
  // An item that is not there says notFound in one's own case too: who may is told in the stories of the desk.
  claimTask: row([], ofTask('claimTask', {})),
  releaseTask: row([], ofTask('releaseTask', {})),
  assignTask: row([], ofTask('assignTask', { assignee: randomUUID() })),
  snoozeTask: row([], ofTask('snoozeTask', { until: '2030-01-01' })),
  previewImport: row([SANNE, AHMED], ofImport('previewImport')),
  commitImport: row([SANNE, AHMED], ofImport('commitImport')),
};

test('every operation of the schema has its row', () => {
  const types = [schema.getQueryType(), schema.getMutationType()];
  const names = types.flatMap((type) => Object.keys(type?.getFields() ?? {}));
  expect(Object.keys(rows).sort()).toEqual(names.sort());
});

const withId = Object.entries(rows).flatMap(([name, one]) => (one === 'no id' ? [] : [{ name, ...one }]));
const never = (): Own => ({ caseId: randomUUID(), household: randomUUID(), slug: 'nooit' });

/** Operation × role × own, foreign and random id. */
export function operations(world: World): void {
  test.each(withId)('$name: what belongs to others looks like what never was, for every role', async ({ ask }) => {
    for (const login of ROLES) {
      const others = login === BRAM ? world.own : world.foreign;
      expect(await world.house.text(login, ...ask(others))).toBe(await world.house.text(login, ...ask(never())));
    }
  });

  test.each(withId)('$name: its own is seen by those who may', async ({ ask, seenBy }) => {
    const seen: string[] = [];
    for (const login of EVERYONE_OF_WATERKANT) {
      const answer = await world.house.text(login, ...ask(world.own));
      if (answer !== (await world.house.text(login, ...ask(never())))) seen.push(login);
    }
    expect(seen).toEqual(seenBy);
  });
}
