import type { FastifyInstance } from 'fastify';
import { noteLength } from './front-door.js';

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON that could reach a prototype is refused as broken, at any depth. */
function harmless(this: unknown, key: string, value: unknown): unknown {
  if (FORBIDDEN.has(key)) throw new SyntaxError('forbidden key');
  return value;
}

/** Our own JSON parser, because it counts bytes and refuses names that reach prototypes. */
export function addBodyParser(server: FastifyInstance): void {
  server.removeContentTypeParser(['application/json']);
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    noteLength(request, body.length);
    try {
      done(null, JSON.parse(body.toString('utf8'), harmless));
    } catch {
      done(Object.assign(new Error('The body is not JSON'), { statusCode: 400, code: 'badJson' }));
    }
  });
}
