import { existsSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuse } from './refuse.js';

/** Addresses that are never pages of the workspace. */
const NO_PAGE = /^\/(graphql|events|health|metrics|demo|assets|session)(\/|$)/;

/** A folder is no file: `/` goes the way of the workspace's own routes. */
const isFile = (path: string): boolean => !path.endsWith('/');

/** The built workspace at `/`: files that exist, and its own routes, which are drawn from index.html. */
export async function addWeb(server: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(folder);
  if (built)
    await server.register(fastifyStatic, { root: folder, index: false, cacheControl: false, allowedPath: isFile });
  // A file's name under assets holds the hash of its content; everything else may be another tomorrow.
  server.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/assets/') && reply.statusCode === 200)
      void reply.header('cache-control', 'public, max-age=31536000, immutable');
  });
  const isPage = ({ method, url, headers }: FastifyRequest): boolean =>
    method === 'GET' && !NO_PAGE.test(url.split('?', 1)[0] ?? '') && (headers.accept ?? '').includes('html');
  server.setNotFoundHandler((request, reply) =>
    built && isPage(request)
      ? reply.type('text/html; charset=utf-8').sendFile('index.html')
      : refuse(reply, 404, 'notFound', 'Nothing here'),
  );
}
