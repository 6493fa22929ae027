import { setTimeout as pause } from 'node:timers/promises';
import { DATABASE, prepareRoles, startServices } from '@thuisreis/local-services';
import type { Kept, Program, Services, WithDatabase } from '@thuisreis/local-services';
import { PARTS, type Started } from './leftovers.js';
import { say } from './log.js';
import { migrate } from './migrate.js';
import { keepPart, scriptOf } from './part.js';
import { forget, readWhole, writeWhole } from './run-file.js';
import type { Settings } from './settings.js';

const NAMES = ['worker', 'api'] as const;
/** Milliseconds: the worker gives its activities ten seconds; Ctrl-C as a whole takes fifteen at most. */
const GRACE = 11_000;
/** Milliseconds for a start that is told to stop. */
const PATIENCE = 4_000;

/** All processes of one installation; each that dies is started again by itself, on the ports it had. */
export class House {
  private services: Services | undefined;
  private readonly parts = new Map<string, Kept<Program>>();
  private isReady = false;
  private stopping = false;
  private starting: Promise<void> = Promise.resolve();
  /** What it does now, for the progress line. */
  doing = 'starting';

  constructor(
    private readonly settings: Settings,
    readonly port: number,
    /** Where the worker tells its health, and where Temporal answers. */
    private readonly workerPort: number,
  ) {}

  get isStopping(): boolean {
    return this.stopping;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Brings everything up, side by side where nothing has to wait, and returns when all of it answers. */
  start(): Promise<void> {
    return (this.starting = this.bringUp());
  }

  private async bringUp(): Promise<void> {
    const { dataDir, temporalAddress } = this.settings;
    this.doing = 'starting PostgreSQL and Temporal';
    const options = { dataDir, log: say, changed: this.changed, withDatabase: this.startParts };
    this.services = await startServices({ ...options, ...(temporalAddress ? { temporalAddress } : {}) });
    this.changed();
    await this.answering(180_000);
    this.isReady = true;
    this.changed();
  }

  /** Worker and API start beside Temporal: they wait for it by themselves, as they do when it dies later. */
  private readonly startParts = async (ready: WithDatabase): Promise<void> => {
    const env = this.environment(ready);
    await prepareRoles(ready);
    await migrate(this.settings, ready, env);
    this.doing = 'waiting for Temporal, the worker and the API';
    const { changed, stopping, settings } = this;
    for (const name of stopping ? [] : NAMES)
      this.parts.set(name, await keepPart({ name, root: settings.root, environment: env, grace: GRACE, changed }));
  };

  private environment({ postgres, temporal, secretsFile }: WithDatabase): NodeJS.ProcessEnv {
    const { environment, mode, dataDir, configFolder, seed } = this.settings;
    return {
      ...environment,
      THUISREIS_MODE: mode,
      THUISREIS_PORT: String(this.port),
      THUISREIS_WORKER_PORT: String(this.workerPort),
      THUISREIS_DATA: dataDir,
      THUISREIS_CONFIG: configFolder,
      THUISREIS_SECRETS: secretsFile,
      THUISREIS_SEED: String(seed),
      DATABASE_URL: `postgres://127.0.0.1:${postgres.port}/${DATABASE}`,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: temporal.namespace,
    };
  }

  private async answering(patience: number): Promise<void> {
    const until = Date.now() + patience;
    for (let answer = 0; answer !== 200 && !this.stopping; await pause(50)) {
      answer = await fetch(`${this.url}/health/ready`).then(
        ({ status }) => status,
        () => 0,
      );
      if (Date.now() > until) throw new Error('The API did not become ready: see the log above');
    }
  }

  private readonly changed = (): void => {
    if (this.stopping || !this.services) return;
    const { dataDir, frontPid, mode } = this.settings;
    const { postgres, temporal } = this.services;
    const pids = Object.fromEntries([...this.parts].map(([name, { now }]) => [name, now.pid]));
    writeWhole(dataDir, PARTS, { front: { pid: frontPid, program: 'start.mjs' }, others: this.started(pids) });
    if (!this.isReady) return;
    const admin = mode === 'demo' ? { admin: postgres.admin } : {};
    writeWhole(dataDir, 'run.json', {
      url: this.url,
      pids: { start: frontPid, postgres: postgres.pid, temporal: temporal.pid, ...pids },
      postgres: { port: postgres.port, database: DATABASE, ...admin },
      temporal: { address: temporal.address, namespace: temporal.namespace, source: temporal.source },
      ...(mode === 'demo' ? { demo: readWhole(dataDir, 'demo-users.json') ?? { users: [] } } : {}),
    });
  };

  private started(pids: { readonly [name: string]: number }): Started[] {
    const { postgres, temporal } = this.services!;
    const ours = Object.entries(pids).map(([name, pid]) => ({ pid, program: scriptOf(name) }));
    const server = temporal.pid === 0 ? [] : [{ pid: temporal.pid, program: 'server' }];
    return [
      { pid: process.pid, program: scriptOf('start') },
      ...ours,
      { pid: postgres.pid, program: 'postgres' },
      ...server,
    ];
  }

  /** Ends everything in reverse order, the database last and cleanly. A start under way is given a moment first. */
  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    await this.stopParts();
    await Promise.race([this.starting.catch(() => undefined), pause(PATIENCE)]);
    await this.stopParts();
    await this.services?.stop();
    forget(this.settings.dataDir, 'run.json');
    forget(this.settings.dataDir, PARTS);
  }

  private async stopParts(): Promise<void> {
    await Promise.all([...this.parts.values()].map((part) => part.stop()));
  }
}
