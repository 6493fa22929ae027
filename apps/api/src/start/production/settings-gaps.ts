import { join } from 'node:path';
import { isInDataFolder, secretsPath, type Secrets, type Told } from '../../settings.js';

/** Why the house does not start in production, and what would mend it. */
export interface Gap {
  readonly code: string;
  readonly repair: string;
}
const gap = (isOpen: boolean, code: string, repair: string): readonly Gap[] => (isOpen ? [{ code, repair }] : []);
const SHORTEST = 32;

/** Bytes of a secret: base64 counts as what it stands for. */
const bytesOf = (secret: string): number =>
  /^[A-Za-z0-9+/]{40,}={0,2}$/.test(secret) ? Buffer.from(secret, 'base64').length : Buffer.byteLength(secret);
/** Words that everybody has seen, and texts that repeat a few signs. */
const isKnown = (secret: string): boolean =>
  /change.?me|secret|password|wachtwoord|thuisreis|example|0123456789|abcdefgh/i.test(secret) ||
  new Set(secret).size < 10;

/** What the environment and the secrets file lack; `demoFiles` are those of the data folder that only a demo leaves. */
export function settingsGaps(told: Told, secrets: Secrets | undefined, demoFiles: readonly string[]): Gap[] {
  return [
    ...secretGaps(told, secrets),
    ...gap(
      demoFiles.length > 0,
      'demoData',
      `${told.THUISREIS_DATA} holds ${demoFiles.join(', ')}: use another folder`,
    ),
    ...doorGaps(told),
    ...issuerGaps(told, secrets),
    ...serviceGaps(told),
    ...gap(
      ['trace', 'debug'].includes(told.THUISREIS_LOG_LEVEL),
      'debugLog',
      'Set THUISREIS_LOG_LEVEL to info, warn or error',
    ),
  ];
}

function secretGaps(told: Told, secrets: Secrets | undefined): Gap[] {
  const path = secretsPath(told);
  const own = isInDataFolder(told, path);
  const repair = 'Mount a file of secrets outside the data folder and name it in THUISREIS_SECRETS';
  if (!secrets) return [...gap(true, 'noSecrets', `${path} holds no secrets: ${repair}`)];
  const all = { ...secrets.roles, rootKey: secrets.rootKey, cookie: secrets.cookie, oidcClient: secrets.oidcClient };
  const each = Object.entries(all).flatMap(([name, secret]): Gap[] => {
    if (typeof secret !== 'string') return [];
    return [
      ...gap(bytesOf(secret) < SHORTEST, 'shortSecret', `${name}: give it ${SHORTEST} random bytes`),
      ...gap(isKnown(secret), 'knownSecret', `${name}: give it random bytes, no words`),
    ];
  });
  return [...gap(own, 'defaultKeys', `The keys are those of the installation: ${repair}`), ...each];
}

function doorGaps({ THUISREIS_PUBLIC_URL: url, THUISREIS_PROXIES: proxies }: Told): Gap[] {
  const example = 'THUISREIS_PUBLIC_URL to the address people use, https://…';
  return [
    ...gap(url === undefined, 'noPublicUrl', `Set ${example}`),
    ...gap(url !== undefined && !isHttps(url), 'insecurePublicUrl', `Change ${example}`),
    ...gap(!proxies?.trim(), 'noProxies', 'Set THUISREIS_PROXIES to the addresses of the proxies that end TLS'),
  ];
}

function issuerGaps({ THUISREIS_OIDC_ISSUER: issuer, THUISREIS_OIDC_CLIENT: client }: Told, secrets?: Secrets): Gap[] {
  const isDemo = issuer !== undefined && /\/demo\/oidc\/?$/.test(issuer);
  return [
    ...gap(issuer === undefined, 'noIssuer', 'Set THUISREIS_OIDC_ISSUER to the issuer of your identity provider'),
    ...gap(isDemo, 'demoIssuer', 'The demo vouches for nobody: set THUISREIS_OIDC_ISSUER to your identity provider'),
    ...gap(issuer !== undefined && !isHttps(issuer), 'insecureIssuer', 'Give THUISREIS_OIDC_ISSUER an https address'),
    ...gap(!client, 'noClient', 'Set THUISREIS_OIDC_CLIENT to the client that the identity provider knows'),
    ...gap(!secrets?.oidcClient, 'noClientSecret', 'Put the secret of that client into the secrets file as oidcClient'),
  ];
}

function serviceGaps(told: Told): Gap[] {
  const { DATABASE_URL: url, TEMPORAL_ADDRESS: address, THUISREIS_TEMPORAL_TLS: certificates } = told;
  const isVerified = url !== undefined && /[?&]sslmode=verify-full(&|$)/.test(url);
  const where = certificates ?? join('…', 'certificates');
  return [
    ...gap(url === undefined, 'noDatabase', 'Set DATABASE_URL to the PostgreSQL server'),
    ...gap(url !== undefined && !isVerified, 'databaseWithoutTls', 'Add sslmode=verify-full to DATABASE_URL'),
    ...gap(address === undefined, 'devTemporal', 'Set TEMPORAL_ADDRESS to the Temporal server; none is started here'),
    ...gap(
      certificates === undefined,
      'temporalWithoutTls',
      `Set THUISREIS_TEMPORAL_TLS to a folder such as ${where} with ca.pem, client.pem and client.key`,
    ),
  ];
}

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:';
