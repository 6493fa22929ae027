/** A small door on the loopback: is the worker polling, and what does it count. */
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry });
const counter = (name: string, help: string, labelNames: string[] = []): Counter =>
  new Counter({ name: `thuisreis_worker_${name}`, help, labelNames, registers: [registry] });

export const counted = {
  projected: counter('projected_total', 'Projections of tails', ['result']),
  swept: counter('swept_total', 'Commands finished by the sweeper', ['result']),
  effects: counter('effects_total', 'Effects carried out', ['type']),
  parked: new Gauge({
    name: 'thuisreis_worker_parked_cases',
    help: 'Cases whose row and workflow differ: each waits for a person',
    registers: [registry],
  }),
};

/** Listens on 127.0.0.1; `state` answers Temporal's own word for the worker's life. */
export function openHealth(port: number, state: () => string): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') {
      response.setHeader('content-type', registry.contentType);
      return void registry.metrics().then((text) => response.end(text));
    }
    const known = request.url === '/health';
    response.statusCode = !known ? 404 : state() === 'RUNNING' ? 200 : 503;
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(known ? { worker: state() } : {}));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server));
  });
}
