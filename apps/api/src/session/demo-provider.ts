import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { refuse } from '../http/refuse.js';
import type { Settings } from '../settings.js';
import type { DemoPeople } from './demo-people.js';
import { signInPage } from './sign-in-page.js';

export const DEMO_CLIENT = 'thuisreis';
const MOUNT = '/demo/oidc';

/** The demo's identity provider, inside the API and on loopback only: the real protocol without anything to install. */
export async function addDemoProvider(server: FastifyInstance, settings: Settings, people: DemoPeople): Promise<void> {
  const provider = new Provider(`${settings.url}${MOUNT}`, await configuration(settings, people));
  const tellable = people.all().map(({ login, name, corporation, role }) => ({ login, name, corporation, role }));
  server.get('/demo/people', (_request, reply) => reply.send(tellable));
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null, undefined));
    scope.get(`${MOUNT}/interaction/:uid`, (request, reply) => showPage(provider, request, reply, people));
    scope.post(`${MOUNT}/interaction/:uid`, (request, reply) => judge(provider, request, reply, people));
    scope.all(`${MOUNT}/*`, (request, reply) => hand(provider, request, reply));
  });
}

async function configuration(settings: Settings, people: DemoPeople): Promise<object> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return {
    clients: [
      {
        client_id: DEMO_CLIENT,
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${settings.url}/sign-in/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: [settings.secrets.cookie] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: unknown, interaction: { uid: string }) => `${MOUNT}/interaction/${interaction.uid}` },
    findAccount: (_ctx: unknown, login: string) =>
      people.knows(login) ? { accountId: login, claims: () => ({ sub: login }) } : undefined,
    loadExistingGrant: grantEverything,
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  };
}

interface ProviderContext {
  oidc: {
    provider: { Grant: new (of: object) => { addOIDCScope(scope: string): void; save(): Promise<string> } };
    client: { clientId: string };
    session: { accountId: string };
  };
}
/** There is nothing to consent to: the only client is the house itself. */
async function grantEverything({ oidc }: ProviderContext): Promise<object> {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

async function hand(provider: Provider, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const raw = request.raw as IncomingMessage & { originalUrl?: string };
  raw.originalUrl = raw.url ?? '';
  raw.url = raw.originalUrl.slice(MOUNT.length);
  reply.hijack();
  await provider.callback()(raw, reply.raw);
}

async function showPage(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  people: DemoPeople,
): Promise<FastifyReply> {
  await provider.interactionDetails(request.raw, reply.raw);
  return reply.type('text/html; charset=utf-8').send(signInPage(people.all(), request.url));
}

/** Form fields of the sign-in page, at most 2 kB of them. */
async function readForm(request: FastifyRequest): Promise<URLSearchParams> {
  let text = '';
  for await (const part of request.raw) if ((text += String(part)).length > 2_048) break;
  return new URLSearchParams(text);
}

async function judge(
  provider: Provider,
  request: FastifyRequest,
  reply: FastifyReply,
  people: DemoPeople,
): Promise<FastifyReply | void> {
  const form = await readForm(request);
  const login = form.get('login') ?? '';
  if (!people.accepts(login, form.get('password') ?? ''))
    return refuse(reply, 401, 'wrongPassword', 'Login or password is wrong');
  reply.hijack();
  await provider.interactionFinished(request.raw, reply.raw, { login: { accountId: login } });
}
