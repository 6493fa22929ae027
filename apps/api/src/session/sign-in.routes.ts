import { randomBytes } from 'node:crypto';
import type {} from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as oidc from 'openid-client';
import { refuse } from '../http/refuse.js';
import type { Settings } from '../settings.js';
import { DEMO_CLIENT } from './demo-provider.js';
import { SESSION_COOKIE, type SessionSource } from '../http/front-door.js';

interface Flow {
  readonly verifier: string;
  readonly nonce: string;
  readonly state: string;
  readonly until: number;
}
const FLOW_COOKIE = 'thuisreis_flow';
const TEN_MINUTES = 600_000;

/** `/sign-in`, its callback, and `/sign-out`. */
export function addSignIn(server: FastifyInstance, settings: Settings, sessions: SessionSource): void {
  const flows = new Map<string, Flow>();
  let provider: Promise<oidc.Configuration> | undefined;
  const discover = (): Promise<oidc.Configuration> => (provider ??= discovered(settings).catch(forget));
  const forget = (error: unknown): never => {
    provider = undefined;
    throw error;
  };
  server.get<{ Querystring: { as?: string; returnTo?: string } }>('/sign-in', async (request, reply) =>
    request.query.as !== undefined && settings.mode === 'demo'
      ? enter(request.query.as, reply, settings, sessions, localPath(request.query.returnTo))
      : begin(await discover(), flows, reply, settings),
  );
  server.get('/sign-in/callback', async (request, reply) =>
    finish(await discover(), flows, request, reply, settings, sessions),
  );
  // Asked before anything else, so that being signed out is an answer and no failed request.
  server.get('/session', async (request) => ({ signedIn: typeof (await sessions.of(request)) !== 'string' }));
  server.post('/sign-out', (request, reply) => leave(request, reply, sessions));
}

/** The identity provider: the settings' in production, else the demo's own. */
function discovered(settings: Settings): Promise<oidc.Configuration> {
  const { issuer, url } = settings;
  if (issuer) return oidc.discovery(new URL(issuer.url), issuer.client, issuer.secret);
  return oidc.discovery(new URL(`${url}/demo/oidc`), DEMO_CLIENT, undefined, oidc.None(), {
    execute: [oidc.allowInsecureRequests],
  });
}

const cookieOf = (settings: Settings, path: string): object => ({
  httpOnly: true,
  sameSite: 'lax',
  path,
  secure: settings.mode === 'production',
});

async function begin(
  provider: oidc.Configuration,
  flows: Map<string, Flow>,
  reply: FastifyReply,
  settings: Settings,
): Promise<FastifyReply> {
  const verifier = oidc.randomPKCECodeVerifier();
  const flow = { verifier, nonce: oidc.randomNonce(), state: oidc.randomState(), until: Date.now() + TEN_MINUTES };
  const id = randomBytes(24).toString('base64url');
  for (const [old, { until }] of flows) if (until < Date.now() || flows.size > 1_000) flows.delete(old);
  flows.set(id, flow);
  const url = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: `${settings.url}/sign-in/callback`,
    scope: 'openid',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: flow.state,
    nonce: flow.nonce,
  });
  return reply.setCookie(FLOW_COOKIE, id, cookieOf(settings, '/sign-in')).redirect(url.href, 303);
}

async function finish(
  provider: oidc.Configuration,
  flows: Map<string, Flow>,
  request: FastifyRequest,
  reply: FastifyReply,
  settings: Settings,
  sessions: SessionSource,
): Promise<FastifyReply> {
  const id = request.cookies[FLOW_COOKIE] ?? '';
  const flow = flows.get(id);
  flows.delete(id);
  if (!flow || flow.until < Date.now()) return refuse(reply, 400, 'signInExpired', 'Start signing in again');
  const login = await subjectOf(provider, flow, new URL(request.url, settings.url));
  const vouchedBy = settings.issuer && provider.serverMetadata().issuer;
  if (!login) return refuse(reply, 401, 'signInRefused', 'The identity provider did not confirm this sign-in');
  return enter(login, reply.clearCookie(FLOW_COOKIE, { path: '/sign-in' }), settings, sessions, '/', vouchedBy);
}

async function subjectOf(provider: oidc.Configuration, flow: Flow, url: URL): Promise<string | undefined> {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, url, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    return tokens.claims()?.sub;
  } catch {
    return undefined;
  }
}

/** A path of our own, never another host. */
const localPath = (path: string | undefined): string =>
  path !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(path) && !path.includes('\\') ? path : '/';

async function enter(
  login: string,
  reply: FastifyReply,
  settings: Settings,
  sessions: SessionSource,
  to = '/',
  vouchedBy?: string,
): Promise<FastifyReply> {
  const token = await sessions.open(login, vouchedBy);
  if (!token) return refuse(reply, 401, 'unknownPerson', 'Nobody here has this login');
  return reply.setCookie(SESSION_COOKIE, token, cookieOf(settings, '/')).redirect(to, 303);
}

async function leave(request: FastifyRequest, reply: FastifyReply, sessions: SessionSource): Promise<FastifyReply> {
  if (request.headers['x-thuisreis'] !== '1')
    return refuse(reply, 400, 'headerMissing', 'Send the header x-thuisreis: 1');
  await sessions.close(request);
  return reply.clearCookie(SESSION_COOKIE, { path: '/' }).redirect('/', 303);
}
