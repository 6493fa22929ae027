import { Client, Connection } from '@temporalio/client';
import { systemActor } from '@thuisreis/policy';
import { openDatabase, Replica } from '@thuisreis/read-model';
import { dataConverter, keyRing, keysInDatabase } from '@thuisreis/workflows/codec';
import { AppModule } from '../app.module.js';
import { CaseFeed, type CaseChanged } from '../case/case.feed.js';
import { visibleCases } from '../case/case.sql.js';
import { isUuid } from '../graphql/uuid.js';
import { buildServer } from '../http/server.js';
import { DemoPeople } from '../session/demo-people.js';
import { opens } from '../session/rights.js';
import { Sessions } from '../session/sessions.js';
import type { Settings } from '../settings.js';
import { TemplateShelf } from '../template/template-shelf.js';
import { Courier } from '../temporal/courier.js';
import { corporationsOf, publish } from './publish.js';
import { seatPeople } from './seat-people.js';
import { lookAround } from './standing.js';

/** Opens every connection, publishes the configuration, and listens. */
export async function startApi(settings: Settings): Promise<{ stop(): Promise<void> }> {
  const { roles } = settings.secrets;
  const rootKey = new Uint8Array(Buffer.from(settings.secrets.rootKey, 'base64'));
  const database = openDatabase({ url: settings.databaseUrl, role: 'api', password: roles.api, poolSize: 12 });
  const replicaDatabase = openDatabase({
    url: settings.databaseUrl,
    role: 'replica',
    password: roles.replica,
    poolSize: 6,
  });
  const corporations = corporationsOf(settings.configFolder);
  const shelf = new TemplateShelf(database, () => corporations);
  const compiled = await publish(database, shelf, settings.configFolder);
  const people = settings.mode === 'demo' ? DemoPeople.load(settings) : undefined;
  if (people) await seatPeople(database, people.file, compiled);
  const keys = keyRing(
    rootKey,
    keysInDatabase((corporation, sql, values) =>
      database.as(systemActor(corporation), (tx) => tx.query(sql, values), { write: true }),
    ),
  );
  const { address, tls } = settings.temporal;
  const connection = Connection.lazy({ address, ...(tls ? { tls: tls as never } : {}) });
  const converter = dataConverter({ keys, templates: (hash) => shelf.find(hash) });
  const client = new Client({ connection, namespace: settings.temporal.namespace, dataConverter: converter });
  const courier = new Courier(client);
  const sessions = new Sessions(database);
  const feed = new CaseFeed({
    sessions,
    visible: async (session, ids) => {
      if (!opens(session, 'read', 'D1')) return [];
      const rows = await database.as(session.actor, (tx) =>
        tx.query<{ id: string }>(visibleCases, [ids.filter(isUuid)]),
      );
      return rows.map(({ id }) => id);
    },
  });
  const deaf = await database.listen('case_changed', (text) => feed.announce(JSON.parse(text) as CaseChanged));
  const replica = new Replica(replicaDatabase, rootKey as Buffer);
  const module = AppModule.with({ settings, database, replica, courier, shelf });
  const look = (): ReturnType<typeof lookAround> => lookAround({ database, courier, settings, corporations });
  const app = await buildServer({ settings, sessions, feed, people, look, module });
  await app.listen(settings.port, settings.bind);
  return {
    stop: async () => {
      await app.close();
      await deaf();
      await Promise.all([connection.close(), database.close(), replicaDatabase.close()]);
    },
  };
}
