import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** Below the system's own range, and below 32768, because Temporal keeps its ports in 16 signed bits. */
const RANGE = { from: 12_000, to: 32_000 };

/** Finds `count` free loopback ports; they stay open together while we look, so none is given twice. */
export async function freePorts(count: number): Promise<number[]> {
  const held = new Map<number, Server>();
  for (let tries = 0; held.size < count && tries < 1000; tries += 1) {
    const port = randomInt(RANGE.from, RANGE.to);
    const server = held.has(port) ? undefined : await listen(port);
    if (server) held.set(port, server);
  }
  await Promise.all([...held.values()].map((server) => new Promise<void>((done) => server.close(() => done()))));
  if (held.size < count) throw new Error(`No ${count} free ports between ${RANGE.from} and ${RANGE.to} on 127.0.0.1`);
  return [...held.keys()];
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(undefined));
    server.listen(port, '127.0.0.1', () => done(server));
  });
}
