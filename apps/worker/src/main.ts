/** The worker process: one Temporal worker, one sweeper, one small door for health. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { systemActor } from '@thuisreis/policy';
import { openDatabase, Replica } from '@thuisreis/read-model';
import { dataConverter, keyRing, keysInDatabase } from '@thuisreis/workflows/codec';
import { activitiesOf, sweeperParts } from './assemble.js';
import { BUNDLE } from './bundle-path.js';
import { openHealth } from './health.js';
import type { Starter } from './import/start-journeys.js';
import { log } from './log.js';
import { patiently } from './patiently.js';
import { readSettings, type Settings } from './settings.js';
import { startSweeper } from './sweeper.js';
import { corporationsOf, TemplateShelf } from './templates.js';
import { TemporalPost } from './temporal-post.js';
import { createWorker, installRuntime } from './temporal-worker.js';

async function main(settings: Settings): Promise<void> {
  installRuntime();
  const door = { url: settings.databaseUrl };
  const database = openDatabase({ ...door, role: 'worker', password: settings.passwords.worker, poolSize: 6 });
  const followed = openDatabase({ ...door, role: 'replica', password: settings.passwords.replica, poolSize: 4 });
  const corporations = () => corporationsOf(settings.configFolder);
  const store = keysInDatabase((corporation, sql, values) =>
    database.as(systemActor(corporation), (tx) => tx.query(sql, values), { write: true }),
  );
  const templates = new TemplateShelf(database, corporations).find;
  const converter = dataConverter({ keys: keyRing(settings.rootKey, store), templates });
  const { address, namespace } = settings.temporal;
  const [native, connection] = await Promise.all([
    patiently(() => NativeConnection.connect({ address })),
    patiently(() => Connection.connect({ address })),
  ]);
  const post = new TemporalPost(new Client({ connection, namespace, dataConverter: converter }));
  const starter: Starter = { database, replica: new Replica(followed, settings.rootKey), post };
  const parts = { connection: native, namespace, workflowBundle: { codePath: BUNDLE }, dataConverter: converter };
  const worker = await patiently(() => createWorker({ ...parts, activities: activitiesOf(starter) }));
  const health = await openHealth(settings.healthPort, () => worker.getState());
  const sweeper = startSweeper(sweeperParts(corporations, followed, starter));
  log.info('worker is ready');
  await worker.run();
  await sweeper.stop();
  health.close();
  await Promise.all([connection.close(), native.close(), database.close(), followed.close()]);
}

main(readSettings()).then(
  () => process.exit(0),
  (error: unknown) => {
    log.fatal({ err: error }, 'worker failed');
    process.exit(1);
  },
);
