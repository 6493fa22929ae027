import 'reflect-metadata';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { classesOf, type Profile } from '@thuisreis/policy';
import type { Database } from '@thuisreis/read-model';
import type { FastifyRequest } from 'fastify';
import { CaseFeed } from '../../../apps/api/src/case/case.feed.js';
import { graphqlServer } from '../../../apps/api/src/graphql/graphql-server.js';
import { buildServer } from '../../../apps/api/src/http/server.js';
import { ReferralReader } from '../../../apps/api/src/referral/referral-reader.js';
import { ReferralResolver } from '../../../apps/api/src/referral/referral.resolver.js';
import { DemoPeople } from '../../../apps/api/src/session/demo-people.js';
import { MeResolver } from '../../../apps/api/src/session/me.resolver.js';
import type { Session } from '../../../apps/api/src/session/session.js';
import { Settings } from '../../../apps/api/src/settings.js';

const root = new URL('../../..', import.meta.url).pathname;
const WATERKANT = 'waterkant';

/** Sessions in memory: here the door is under test, not the database behind it. */
class SessionsInMemory {
  readonly open_ = new Map<string, string>();
  async open(login: string): Promise<string | undefined> {
    if (!people.knows(login)) return undefined;
    const token = `token-of-${login}`;
    this.open_.set(token, login);
    return token;
  }
  async of(request: FastifyRequest): Promise<Session | 'signedOut'> {
    const login = this.open_.get(request.cookies['thuisreis_session'] ?? '');
    const user = people.all().find((one) => one.login === login);
    if (!user) return 'signedOut';
    const profile = user.role as Profile;
    return {
      actor: { corporation: WATERKANT, member: user.login, profile, roles: [user.role], classes: classesOf(profile) },
      login: user.login,
      name: user.name,
      role: user.role,
      corporation: { slug: WATERKANT, title: 'De Waterkant' },
      language: 'nl',
    };
  }
  async close(request: FastifyRequest): Promise<void> {
    this.open_.delete(request.cookies['thuisreis_session'] ?? '');
  }
}

/** A database without a row. */
const nothingBehind = {
  as: (_actor: unknown, work: (tx: object) => unknown) => work({ query: () => [] }),
} as unknown as Database;

let app: NestFastifyApplication;
let people: DemoPeople;
let port: number;
let feed: CaseFeed;
const caseId = '00000000-0000-4000-8000-000000000001';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address() as { port: number };
      probe.close(() => resolve(found));
    });
  });

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'thuisreis-api-'));
  const secret = { roles: { owner: 'o', api: 'a', replica: 'r' }, rootKey: 'k', cookie: 'c'.repeat(40) };
  writeFileSync(join(data, 'secrets.json'), JSON.stringify(secret));
  mkdirSync(join(data, 'web/assets'), { recursive: true });
  writeFileSync(join(data, 'web/index.html'), '<!doctype html><title>Thuisreis</title>');
  port = await freePort();
  const settings = Settings.read({
    THUISREIS_DATA: data,
    THUISREIS_PORT: String(port),
    THUISREIS_CONFIG: join(root, 'config'),
    THUISREIS_WEB: join(data, 'web'),
  });
  people = DemoPeople.load(settings);
  const sessions = new SessionsInMemory();
  feed = new CaseFeed({ sessions, visible: async (_session, ids) => ids.filter((id) => id === caseId) });
  const look = async () =>
    ({ status: 'notReady', postgres: true, temporal: false, worker: false, projectionLagMs: 7 }) as const;
  class Door {}
  const reader = { provide: ReferralReader, useFactory: () => new ReferralReader(nothingBehind) };
  const providers = [{ provide: Settings, useValue: settings }, MeResolver, reader, ReferralResolver];
  const module = { module: Door, imports: [graphqlServer()], providers };
  app = await buildServer({ settings, sessions, feed, people, look, module });
  await app.listen(port, '127.0.0.1');
}, 30_000);
afterAll(() => app.close());

interface Answer {
  status: number;
  headers: { [name: string]: string | string[] | undefined };
  text: string;
}
function send(path: string, options: { method?: string; headers?: object; body?: string } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = { host: `127.0.0.1:${port}`, ...options.headers };
    const sent = httpRequest(
      { host: '127.0.0.1', port, path, method: options.method ?? 'GET', headers },
      (response) => {
        let text = '';
        response.on('data', (part) => (text += String(part)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    sent.on('error', reject).end(options.body);
  });
}
const cookieOf = async (login: string): Promise<string> =>
  String((await send(`/sign-in?as=${login}`)).headers['set-cookie']).split(';', 1)[0] ?? '';
const json = { 'content-type': 'application/json', 'x-thuisreis': '1' };
const ask = async (query: string, as = 'sanne@waterkant.example', headers: object = {}): Promise<Answer> =>
  send('/graphql', {
    method: 'POST',
    headers: { ...json, cookie: await cookieOf(as), ...headers },
    body: JSON.stringify({ query }),
  });
const codeOf = ({ text }: Answer): unknown =>
  (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

test('a person signs in by name and sees who they are', async () => {
  const answer = await ask('{ me { login role corporation { slug } demo } }');
  expect(answer.status).toBe(200);
  expect(JSON.parse(answer.text)).toEqual({
    data: {
      me: { login: 'sanne@waterkant.example', role: 'caseManager', corporation: { slug: WATERKANT }, demo: true },
    },
  });
});

test.each([
  ['a stranger', { query: '{ me { login } }' }, { cookie: 'thuisreis_session=forged' }, 401, 'signedOut'],
  ['no cookie', { query: '{ me { login } }' }, { cookie: '' }, 401, 'signedOut'],
  ['text', { query: '{ me { login } }' }, { 'content-type': 'text/plain' }, 415, 'jsonOnly'],
  ['a form', { query: '{ me { login } }' }, { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'jsonOnly'],
  ['no header', { query: '{ me { login } }' }, { 'x-thuisreis': '' }, 400, 'headerMissing'],
  ['another host', { query: '{ me { login } }' }, { host: 'evil.example' }, 421, 'wrongHost'],
  ['a batch', [{ query: '{ me { login } }' }], {}, 400, 'noBatches'],
  ['no query', {}, {}, 400, 'badDocument'],
  ['broken text', { query: '{ me {' }, {}, 400, 'badDocument'],
  [
    'five root fields',
    { query: '{ a: me { login } b: me { login } c: me { login } d: me { login } e: me { login } }' },
    {},
    400,
    'tooManyFields',
  ],
  [
    'five root fields in a fragment',
    {
      query:
        'query { ...f e: me { login } } fragment f on Query { a: me { login } b: me { login } c: me { login } d: me { login } }',
    },
    {},
    400,
    'tooManyFields',
  ],
  ['thirteen levels', { query: `{ ${'me { '.repeat(12)}login${' }'.repeat(12)} }` }, {}, 400, 'tooDeep'],
  [
    'a fragment in itself',
    { query: '{ me { ...f } } fragment f on Me { corporation { ...g } } fragment g on CorporationName { ...g }' },
    {},
    400,
    'tooDeep',
  ],
  [
    'sixteen aliases',
    { query: `{ me { ${Array.from({ length: 16 }, (_, n) => `a${n}: login`).join(' ')} } }` },
    {},
    400,
    'tooManyAliases',
  ],
  [
    'twenty-one directives',
    { query: `{ me { login ${'@include(if: true) '.repeat(21)} } }` },
    {},
    400,
    'tooManyDirectives',
  ],
  [
    'fields that cost over 5,000',
    { query: `{ me { ${'corporation { '.repeat(10)}${'slug title '.repeat(60)}${'} '.repeat(10)} } }` },
    {},
    400,
    'tooCostly',
  ],
  ['an unknown operation', { query: 'query a { me { login } }', operationName: 'b' }, {}, 400, 'badDocument'],
  [
    'a variable of the wrong type',
    { query: 'query ($f: Int!) { referrals(first: $f) { next } }', variables: { f: 'many' } },
    {},
    400,
    'badDocument',
  ],
  ['2,001 tokens', { query: `{ me { ${'login '.repeat(2_000)} } }` }, {}, 400, 'badDocument'],
  ['an unknown field', { query: '{ me { logins } }' }, {}, 400, 'badDocument'],
  ['introspection', { query: '{ __schema { types { name } } }' }, {}, 400, 'introspectionRefused'],
  ['introspection of one type', { query: '{ __type(name: "Me") { name } }' }, {}, 400, 'introspectionRefused'],
  ['over a megabyte', { query: '{ me { login } }', variables: { x: 'x'.repeat(1_100_000) } }, {}, 413, 'inputTooLarge'],
  [
    'over sixteen megabytes',
    { query: '{ me { login } }', variables: { x: 'x'.repeat(17_000_000) } },
    {},
    413,
    'inputTooLarge',
  ],
])('refuses %s', async (_name, body, headers, status, code) => {
  const cookie = await cookieOf('sanne@waterkant.example');
  const answer = await send('/graphql', {
    method: 'POST',
    headers: { ...json, cookie, ...headers },
    body: JSON.stringify(body),
  });
  expect([answer.status, codeOf(answer)]).toEqual([status, code]);
  expect(answer.text).not.toMatch(/Did you mean|node_modules|at .*\.(js|ts)/);
});

test.each([
  ['{ me { logins } }', 'line 1, column 8'],
  ['{ me {\n  login }', 'line 2, column'],
  ['query { a: me { login } b: me { login } c: me { login } d: me { login } e: me { login } }', '5 root fields'],
  [`{ me { ${Array.from({ length: 17 }, (_, n) => `a${n}: login`).join(' ')} } }`, 'found 17'],
])('says where %s goes wrong, and what to do', async (query, place) => {
  const message = (JSON.parse((await ask(query)).text) as { errors: { message: string }[] }).errors[0]?.message ?? '';
  expect(message).toContain(place);
  expect(message).toMatch(/schema\.graphql|repair it there|another one|another document/);
});

test('a page of 500 rows is not too costly', async () => {
  expect((await ask('{ referrals(first: 500) { rows { id state shared { label value } } next } }')).status).toBe(200);
});

test.each([
  '{"query":',
  '{"query":"{ me { login } }","__proto__":{"a":1}}',
  '{"query":"{ me { login } }","variables":{"constructor":1}}',
])('refuses the body %s', async (body) => {
  const cookie = await cookieOf('sanne@waterkant.example');
  const answer = await send('/graphql', { method: 'POST', headers: { ...json, cookie }, body });
  expect([answer.status, codeOf(answer)]).toEqual([400, 'badJson']);
});

test('a GET of /graphql is refused, whatever it asks', async () => {
  const answer = await send('/graphql?query={me{login}}');
  expect([answer.status, codeOf(answer)]).toEqual([405, 'postOnly']);
});

test('an administrator may introspect in the demo', async () => {
  const answer = await ask('{ __schema { queryType { name } } }', 'ruben@waterkant.example');
  expect(JSON.parse(answer.text)).toEqual({ data: { __schema: { queryType: { name: 'Query' } } } });
});

test.each([0, 501, -1])('a page of %d rows is badPage', async (first) => {
  expect(codeOf(await ask(`{ referrals(first: ${first}) { next } }`))).toBe('badPage');
});

test('signing out needs the header, answers 303 and ends the session', async () => {
  const cookie = await cookieOf('petra@waterkant.example');
  expect((await send('/sign-out', { method: 'POST', headers: { cookie } })).status).toBe(400);
  const out = await send('/sign-out', { method: 'POST', headers: { cookie, 'x-thuisreis': '1' } });
  expect([out.status, out.headers['location']]).toEqual([303, '/']);
  const after = await send('/graphql', {
    method: 'POST',
    headers: { ...json, cookie },
    body: '{"query":"{ me { login } }"}',
  });
  expect(after.status).toBe(401);
});

test('an unknown login is no session, and a foreign return address is not followed', async () => {
  expect((await send('/sign-in?as=nobody@example.org')).status).toBe(401);
  const away = await send('/sign-in?as=sanne@waterkant.example&returnTo=//evil.example');
  expect(away.headers['location']).toBe('/');
  const home = await send('/sign-in?as=sanne@waterkant.example&returnTo=/day');
  expect(home.headers['location']).toBe('/day');
  expect(String(home.headers['set-cookie'])).toMatch(/HttpOnly; SameSite=Lax/i);
});

test('the whole way of OpenID Connect with a password ends in a session', async () => {
  const jar = new Map<string, string>();
  const visit = async (
    path: string,
    options: { method?: string; headers?: object; body?: string } = {},
  ): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(path, { ...options, headers: { ...options.headers, cookie } });
    for (const one of [answer.headers['set-cookie'] ?? []].flat()) {
      const [name = '', value = ''] = (one.split(';', 1)[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    return answer;
  };
  const follow = async (answer: Answer): Promise<Answer> => {
    const { location } = answer.headers;
    if (typeof location !== 'string' || location === '/') return answer;
    const url = new URL(location, `http://127.0.0.1:${port}`);
    return follow(await visit(url.pathname + url.search));
  };
  const page = await follow(await visit('/sign-in'));
  expect(page.text).toContain('Wie ben je vandaag?');
  const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  const wrong = await visit(action, { ...form, body: 'login=sanne@waterkant.example&password=wrong' });
  expect(wrong.status).toBe(401);
  const password = people.all().find(({ login }) => login === 'sanne@waterkant.example')?.password ?? '';
  const body = new URLSearchParams({ login: 'sanne@waterkant.example', password }).toString();
  const end = await follow(await visit(action, { ...form, body }));
  expect([end.status, end.headers['location']]).toEqual([303, '/']);
  expect(jar.get('thuisreis_session')).toBe('token-of-sanne@waterkant.example');
}, 20_000);

test('the workspace answers its routes, strictly', async () => {
  const page = await send('/households/1', { headers: { accept: 'text/html' } });
  for (const one of [page, await send('/', { headers: { accept: 'text/html' } })])
    expect([one.status, one.text]).toEqual([200, expect.stringContaining('<title>Thuisreis')]);
  expect(page.headers['content-security-policy']).toContain("default-src 'self'");
  for (const path of ['/assets/none.js', '/assets/', '/']) expect((await send(path)).status).toBe(404);
});

test('health and metrics', async () => {
  expect((await send('/health/live')).status).toBe(200);
  const ready = await send('/health/ready');
  expect(ready.status).toBe(503);
  expect(JSON.parse(ready.text)).toMatchObject({ postgres: true, temporal: false, projectionLagMs: 7 });
  expect((await send('/metrics')).text).toContain('thuisreis_projection_lag_ms 7');
});

test('the feed tells ids the reader may see, and nothing else', async () => {
  expect((await send(`/events?cases=${caseId}`)).status).toBe(401);
  const cookie = await cookieOf('sanne@waterkant.example');
  const text = await new Promise<string>((resolve, reject) => {
    const headers = { host: `127.0.0.1:${port}`, cookie };
    const sent = httpRequest(
      { host: '127.0.0.1', port, path: `/events?cases=${caseId},other`, headers },
      (response) => {
        let heard = '';
        response.on('data', (part) => {
          heard += String(part);
          if (!heard.includes('"revision":3')) return;
          resolve(heard);
          sent.destroy();
        });
      },
    );
    sent.on('error', reject).end();
    setTimeout(() => {
      feed.announce({ caseId: 'other', revision: 1, corporation: WATERKANT });
      feed.announce({ caseId, revision: 2, corporation: 'heuvelrug' });
      feed.announce({ caseId, revision: 3, corporation: WATERKANT });
    }, 300);
  });
  expect(text.replace(/^:.*\n\n/gm, '')).toBe(`event: changed\ndata: {"caseId":"${caseId}","revision":3}\n\n`);
});
