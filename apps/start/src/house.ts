import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { DATABASE, prepareRoles, startServices, type Services } from '@thuisreis/local-services';
import { lives, PARTS, type Started } from './leftovers.js';
import { say } from './log.js';
import { Part } from './part.js';
import { migrate } from './migrate.js';
import { forget, readWhole, writeWhole } from './run-file.js';
import type { Settings } from './settings.js';

/** All processes of one installation, in their order; what dies is started again. */
export class House {
  private services: Services | undefined;
  private parts: Part[] = [];
  private isReady = false;
  private stopping = false;
  private watching: Promise<void> = Promise.resolve();
  /** What it does now, for the progress line. */
  doing = 'starting';

  constructor(
    private readonly settings: Settings,
    readonly port: number,
    private readonly workerPort: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Brings everything up, PostgreSQL first and the API last, and returns when it answers. */
  async start(): Promise<void> {
    await this.bringUp();
    await this.answering(180_000);
    this.isReady = true;
    this.writeRunFile();
    this.watching = this.watch();
  }

  private async bringUp(): Promise<void> {
    const { dataDir, temporalAddress } = this.settings;
    this.doing = 'starting PostgreSQL and Temporal';
    this.services = await startServices({ dataDir, log: say, ...(temporalAddress ? { temporalAddress } : {}) });
    this.doing = 'migrating the database';
    await prepareRoles(this.services);
    const environment = this.environment(this.services);
    await migrate(this.settings.root, environment);
    this.doing = 'waiting for the API and the worker';
    const script = (app: string): string => join(this.settings.root, `apps/${app}/dist/main.js`);
    this.parts = ['worker', 'api'].map((app) => new Part(app, script(app), environment, () => this.writeRunFile()));
    this.parts.forEach((part) => part.start());
  }

  private environment({ postgres, temporal, secretsFile }: Services): NodeJS.ProcessEnv {
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
    for (let answer = 0; answer !== 200 && !this.stopping; await pause(200)) {
      answer = await fetch(`${this.url}/health/ready`).then(
        ({ status }) => status,
        () => 0,
      );
      if (Date.now() > until) throw new Error('The API did not become ready: see the log above');
    }
  }

  /** PostgreSQL and Temporal come back together with everything that holds connections to them. */
  private async watch(): Promise<void> {
    while (!this.stopping) {
      await pause(500);
      if (this.stopping || this.servicesStarted().every(lives)) continue;
      say('PostgreSQL or Temporal ended; starting both again');
      try {
        await this.bringDown();
        if (!this.stopping) await this.bringUp();
      } catch (error) {
        say(`starting again failed, trying once more: ${String(error)}`);
      }
    }
  }

  private servicesStarted(): Started[] {
    if (!this.services) return [{ pid: 0, program: '' }];
    const { postgres, temporal } = this.services;
    const server = temporal.pid === 0 ? [] : [{ pid: temporal.pid, program: 'server' }];
    return [{ pid: postgres.pid, program: 'postgres' }, ...server];
  }

  private writeRunFile(): void {
    if (this.stopping || !this.services) return;
    const { dataDir, frontPid, mode } = this.settings;
    const { postgres, temporal } = this.services;
    const script = (name: string): string => `apps/${name}/dist/main.js`;
    const ours = this.parts.map(({ name, pid }) => ({ pid, program: script(name) }));
    const others = [{ pid: process.pid, program: script('start') }, ...ours, ...this.servicesStarted()];
    writeWhole(dataDir, PARTS, { front: { pid: frontPid, program: 'start.mjs' }, others });
    if (!this.isReady) return;
    const pids = Object.fromEntries(this.parts.map(({ name, pid }) => [name, pid]));
    const admin = mode === 'demo' ? { admin: postgres.admin } : {};
    writeWhole(dataDir, 'run.json', {
      url: this.url,
      pids: { start: frontPid, postgres: postgres.pid, temporal: temporal.pid, ...pids },
      postgres: { port: postgres.port, database: DATABASE, ...admin },
      temporal: { address: temporal.address, namespace: temporal.namespace, source: temporal.source },
      ...(mode === 'demo' ? { demo: readWhole(dataDir, 'demo-users.json') ?? { users: [] } } : {}),
    });
  }

  private async bringDown(): Promise<void> {
    await Promise.all(this.parts.map((part) => part.stop()));
    const services = this.services;
    this.services = undefined;
    // A database that was killed has nothing left to wait for.
    await Promise.race([services?.stop(), pause(services ? 9000 : 0, undefined, { ref: false })]);
  }

  /** Ends everything in reverse order, the database last and cleanly. */
  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    await this.bringDown();
    await Promise.race([this.watching, pause(1000)]);
    await this.bringDown();
    forget(this.settings.dataDir, 'run.json');
    forget(this.settings.dataDir, PARTS);
  }
}
