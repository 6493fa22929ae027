import fastifyCookie from '@fastify/cookie';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { CaseFeed } from '../case/case.feed.js';
import { addHealth, type Standing } from '../health/health.routes.js';
import type { DemoPeople } from '../session/demo-people.js';
import { addDemoProvider } from '../session/demo-provider.js';
import { addSignIn } from '../session/sign-in.routes.js';
import type { Settings } from '../settings.js';
import { addBodyParser } from './body.js';
import { answerError } from './error-answer.js';
import { addFrontDoor, LARGEST_BODY, type SessionSource } from './front-door.js';
import { addWeb } from './web.js';

export interface ServerParts {
  readonly settings: Settings;
  readonly sessions: SessionSource;
  readonly feed: CaseFeed;
  /** Only in demo mode. */
  readonly people: DemoPeople | undefined;
  readonly look: () => Promise<Standing>;
  readonly module: DynamicModule;
}

/** Everything behind the one port, ready to listen. */
export async function buildServer(parts: ServerParts): Promise<NestFastifyApplication> {
  const { settings, sessions, people } = parts;
  const adapter = new FastifyAdapter({
    bodyLimit: LARGEST_BODY,
    trustProxy: settings.proxies.length > 0 ? [...settings.proxies] : false,
    forceCloseConnections: true,
  });
  // Nest would put its own error shape in place of ours.
  adapter.setErrorHandler = () => undefined as never;
  adapter.setNotFoundHandler = () => undefined as never;
  const server = adapter.getInstance();
  await server.register(fastifyCookie as never);
  server.setErrorHandler(answerError);
  addBodyParser(server as never);
  addFrontDoor(server as never, settings, sessions);
  addSignIn(server as never, settings, sessions);
  addHealth(server as never, parts.look);
  parts.feed.addTo(server as never);
  if (people) await addDemoProvider(server as never, settings, people);
  await addWeb(server as never, settings.webFolder);
  const app = await NestFactory.create<NestFastifyApplication>(parts.module, adapter, {
    bodyParser: false,
    logger: false,
  });
  await app.init();
  return app;
}
