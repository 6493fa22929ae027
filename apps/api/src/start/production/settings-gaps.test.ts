import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { tell, type Secrets, type Told } from '../../settings.js';
import { settingsGaps } from './settings-gaps.js';

const random = (): string => randomBytes(32).toString('base64');
const secrets: Secrets = {
  roles: { owner: random(), api: random(), replica: random() },
  rootKey: random(),
  cookie: random(),
  oidcClient: random(),
};
const told: Told = tell({
  THUISREIS_MODE: 'production',
  THUISREIS_DATA: '/srv/thuisreis',
  THUISREIS_SECRETS: '/run/secrets/thuisreis.json',
  THUISREIS_PUBLIC_URL: 'https://thuisreis.corporation.example',
  THUISREIS_PROXIES: '10.0.0.1',
  THUISREIS_OIDC_ISSUER: 'https://login.corporation.example/',
  THUISREIS_OIDC_CLIENT: 'thuisreis',
  THUISREIS_TEMPORAL_TLS: '/run/secrets/temporal',
  DATABASE_URL: 'postgres://db.corporation.example/thuisreis?sslmode=verify-full',
  TEMPORAL_ADDRESS: 'temporal.corporation.example:7233',
});
const codes = (
  change: Partial<Record<keyof Told, unknown>>,
  other: Partial<Secrets> = {},
  demo: string[] = [],
): string[] => settingsGaps({ ...told, ...change } as Told, { ...secrets, ...other }, demo).map(({ code }) => code);

test('nothing is missing from a complete configuration', () => {
  expect(codes({})).toEqual([]);
});

type Change = [change: Partial<Record<keyof Told, unknown>>, other?: Partial<Secrets>, demo?: string[]];
const one: [string, ...Change][] = [
  ['defaultKeys', { THUISREIS_SECRETS: '/srv/thuisreis/secrets.json' }],
  ['shortSecret', {}, { cookie: 'x9Kd03mQpL7vZr1T' }],
  ['shortSecret', {}, { roles: { ...secrets.roles, api: randomBytes(24).toString('base64url').slice(0, 31) } }],
  ['knownSecret', {}, { cookie: 'change-me-change-me-change-me-change-me' }],
  ['knownSecret', {}, { rootKey: Buffer.alloc(32).toString('base64') }],
  ['demoData', {}, {}, ['demo-users.json']],
  ['noPublicUrl', { THUISREIS_PUBLIC_URL: undefined }],
  ['insecurePublicUrl', { THUISREIS_PUBLIC_URL: 'http://thuisreis.corporation.example' }],
  ['noProxies', { THUISREIS_PROXIES: ' ' }],
  ['noIssuer', { THUISREIS_OIDC_ISSUER: undefined }],
  ['demoIssuer', { THUISREIS_OIDC_ISSUER: 'https://thuisreis.corporation.example/demo/oidc' }],
  ['insecureIssuer', { THUISREIS_OIDC_ISSUER: 'http://login.corporation.example' }],
  ['noClient', { THUISREIS_OIDC_CLIENT: undefined }],
  ['noDatabase', { DATABASE_URL: undefined }],
  ['databaseWithoutTls', { DATABASE_URL: 'postgres://db/thuisreis?sslmode=require' }],
  ['devTemporal', { TEMPORAL_ADDRESS: undefined }],
  ['temporalWithoutTls', { THUISREIS_TEMPORAL_TLS: undefined }],
  ['debugLog', { THUISREIS_LOG_LEVEL: 'debug' }],
];
test.each(one.map(([code, ...change]) => ({ code, change })))('$code is found alone, with what mends it', (row) => {
  expect(codes(...row.change)).toEqual([row.code]);
});

test('a missing client secret and a missing file of secrets are found', () => {
  const { oidcClient: _gone, ...less } = secrets;
  expect(settingsGaps(told, less, []).map(({ code }) => code)).toEqual(['noClientSecret']);
  expect(settingsGaps(told, undefined, []).map(({ code }) => code)).toEqual(['noSecrets', 'noClientSecret']);
});

test('everything is named at once, and no secret is told', () => {
  const bare = tell({ THUISREIS_MODE: 'production', THUISREIS_LOG_LEVEL: 'trace' });
  const gaps = settingsGaps(bare, { ...secrets, cookie: 'short but never told 12' }, ['demo-users.json']);
  expect(gaps.length).toBeGreaterThanOrEqual(11);
  expect(gaps.every(({ repair }) => repair.length > 20 && !repair.includes('never told'))).toBe(true);
});
