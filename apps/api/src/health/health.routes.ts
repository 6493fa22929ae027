import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { refuse } from '../http/refuse.js';

export interface Standing {
  readonly status: 'ready' | 'notReady';
  readonly postgres: boolean;
  readonly temporal: boolean;
  readonly worker: boolean;
  /** Age of the oldest pending command. */
  readonly projectionLagMs: number;
}

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Liveness, readiness and numbers for machines. */
export function addHealth(server: FastifyInstance, look: () => Promise<Standing>): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const lag = new Gauge({
    name: 'thuisreis_projection_lag_ms',
    help: 'Age of the oldest pending command',
    registers: [registry],
  });
  server.get('/health/live', (_request, reply) => reply.send({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) => {
    const standing = await look();
    return reply.code(standing.status === 'ready' ? 200 : 503).send(standing);
  });
  server.get('/metrics', async (request, reply) => {
    if (!LOOPBACK.has(request.ip)) return refuse(reply, 404, 'notFound', 'Nothing here');
    lag.set((await look()).projectionLagMs);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
