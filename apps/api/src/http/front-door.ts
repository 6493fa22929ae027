import type {} from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { measure } from '../graphql/document.js';
import { DocumentRefused } from '../graphql/document-refused.js';
import type { Session } from '../session/session.js';
import type { Settings } from '../settings.js';
import { refuse } from './refuse.js';

declare module 'fastify' {
  interface FastifyRequest {
    session?: Session;
  }
}
/** No cookie of ours, or one whose session has ended by its age or by rest. */
export type NoSession = 'signedOut' | 'sessionExpired';
const SIGN_IN: { readonly [why in NoSession]: string } = {
  signedOut: 'Sign in first, at /sign-in',
  sessionExpired: 'The session ended, after 30 minutes without use or 10 hours; sign in again, at /sign-in',
};
export const refuseSession = (reply: FastifyReply, why: NoSession): FastifyReply =>
  refuse(reply, 401, why, SIGN_IN[why]);

/** Sessions as the house's entrances need them. */
export interface SessionSource {
  /** The session behind a request's cookie, or why there is none. Only `use` keeps it from growing idle. */
  of(request: FastifyRequest, options?: { readonly use: boolean }): Promise<Session | NoSession>;
  /** A new session's token for a login that was vouched for, by `issuer` or by the demo; undefined for a stranger. */
  open(login: string, issuer?: string): Promise<string | undefined>;
  close(request: FastifyRequest): Promise<void>;
}

export const SESSION_COOKIE = 'thuisreis_session';
const MEGABYTE = 1024 * 1024;
export const LARGEST_BODY = 16 * MEGABYTE;
const IMPORTS = new Set(['previewImport', 'commitImport']);
const CONTENT_SECURITY = [
  "default-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** Everything that is refused before a resolver runs: foreign hosts, strangers, and documents nobody needs. */
export function addFrontDoor(server: FastifyInstance, settings: Settings, sessions: SessionSource): void {
  const hosts = hostsOf(settings);
  server.addHook('onRequest', async (request, reply) => {
    addHeaders(reply, settings);
    if (!hosts.has(request.headers.host ?? '') && !isProbe(request, settings))
      return refuse(reply, 421, 'wrongHost', 'This server answers to its own name only');
    if (pathOf(request) === '/graphql') return refuseStranger(request, reply, sessions);
    return undefined;
  });
  server.addHook('preValidation', async (request, reply) => {
    if (pathOf(request) === '/graphql') return refuseDocument(request, reply, settings);
    return undefined;
  });
}

const ownNames = ({ port }: Settings): string[] => [`127.0.0.1:${port}`, `localhost:${port}`];

/** The names this server answers to: its own machine's in the demo, that of its public address in production. */
const hostsOf = (settings: Settings): Set<string> =>
  new Set(settings.mode === 'demo' ? ownNames(settings) : [new URL(settings.url).host]);

/** A look at health or numbers from the machine itself, also in production. */
const isProbe = (request: FastifyRequest, settings: Settings): boolean =>
  /^\/(health|metrics)(\/|$)/.test(pathOf(request)) && ownNames(settings).includes(request.headers.host ?? '');

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

function addHeaders(reply: FastifyReply, { mode }: Settings): void {
  void reply.headers({
    ...(mode === 'production' ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
    'content-security-policy': CONTENT_SECURITY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  });
}

async function refuseStranger(
  request: FastifyRequest,
  reply: FastifyReply,
  sessions: SessionSource,
): Promise<FastifyReply | undefined> {
  if (request.method !== 'POST') return refuse(reply.header('allow', 'POST'), 405, 'postOnly', 'Send a POST');
  const type = request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refuse(reply, 415, 'jsonOnly', 'Send application/json');
  if (request.headers['x-thuisreis'] !== '1')
    return refuse(reply, 400, 'headerMissing', 'Send the header x-thuisreis: 1');
  const session = await sessions.of(request, { use: true });
  if (typeof session === 'string') return refuseSession(reply, session);
  request.session = session;
  return undefined;
}

async function refuseDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: Settings,
): Promise<FastifyReply | undefined> {
  const { body } = request;
  if (Array.isArray(body)) return refuse(reply, 400, 'noBatches', 'Send one document at a time');
  const query = (body as { query?: unknown } | null | undefined)?.query;
  if (typeof query !== 'string') return refuse(reply, 400, 'badDocument', 'The body holds no query');
  try {
    const { rootFields, introspects } = measure(query);
    const small = bodyLength(request) <= MEGABYTE;
    if (!small && !rootFields.every((name) => IMPORTS.has(name)))
      return refuse(
        reply,
        413,
        'inputTooLarge',
        `${bodyLength(request)} bytes; at most 1 MB, imports 16 MB: send less at once`,
      );
    if (introspects && !mayIntrospect(request.session, settings))
      return refuse(reply, 400, 'introspectionRefused', 'The schema is committed as apps/api/schema.graphql');
    return undefined;
  } catch (error) {
    if (error instanceof DocumentRefused) return refuse(reply, 400, error.code, error.message);
    throw error;
  }
}

const bodyLengths = new WeakMap<FastifyRequest, number>();
/** Called by the body parser: a chunked request declares no length. */
export const noteLength = (request: FastifyRequest, length: number): void => void bodyLengths.set(request, length);
const bodyLength = (request: FastifyRequest): number => bodyLengths.get(request) ?? 0;

const mayIntrospect = (session: Session | undefined, settings: Settings): boolean =>
  settings.mode === 'demo' && session?.actor.profile === 'administrator';
