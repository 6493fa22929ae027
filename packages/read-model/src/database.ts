import pg from 'pg';
import type { Actor } from '@thuisreis/policy';
import { Batch, StatementNames, type Statement } from './batch.js';

export type Row = Record<string, unknown>;

/** One transaction under one actor's eyes. */
export interface Transaction {
  query<R extends object = Row>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  /** The last statement: the commit travels with it, and nothing may follow. */
  last<R extends object = Row>(sql: string, values?: readonly unknown[]): Promise<R[]>;
}
/** A statement with its values. */
export type Asked = readonly [sql: string, values?: readonly unknown[]];

/** Where the door leads: `url` without a user but with its `sslmode`, `role` one of the runtime roles. */
export interface DatabaseSettings {
  readonly url: string;
  readonly role: 'api' | 'worker' | 'replica' | 'report';
  readonly password: string;
  readonly poolSize?: number;
}

const array = (values: readonly string[]): string =>
  `{${values.map((one) => `"${one.replace(/["\\]/g, '')}"`).join(',')}}`;

const contextOf = (actor: Actor): readonly string[] => [
  actor.corporation,
  actor.member,
  actor.profile,
  array(actor.classes),
  array(actor.teams ?? []),
  actor.partner ?? '',
];

const setting = (...names: readonly string[]): string =>
  `SELECT ${names.map((name, index) => `set_config('app.${name}', $${index + 1}, true)`).join(', ')}`;
const AS_ACTOR = setting('corporation', 'member', 'profile', 'classes', 'teams', 'partner');
const WITH_PROOF = setting('session', 'login');

/** The one door to the database. Never nest `as`, never hold it while waiting for Temporal. */
export class Database {
  private readonly names = new StatementNames();

  constructor(private readonly pool: pg.Pool) {
    pool.on('error', () => undefined); // an idle connection that breaks is replaced at its next use
  }

  /** Runs `work` in one transaction that sees the actor's corporation only; reads unless `write`. */
  as<T>(actor: Actor, work: (tx: Transaction) => Promise<T>, options: { write?: boolean } = {}): Promise<T> {
    return this.within(this.opening(AS_ACTOR, contextOf(actor), options.write ?? false), work);
  }

  /** Runs statements that need not wait for each other's rows: a whole transaction in one way there and back. */
  batch<R extends readonly object[][]>(
    actor: Actor,
    asked: readonly Asked[],
    options: { write?: boolean } = {},
  ): Promise<R> {
    return this.whole(this.opening(AS_ACTOR, contextOf(actor), options.write ?? false), asked);
  }

  /** Before there is an actor: finds only the row whose holder proves it, by a token's hash or a vouched login. */
  prove<T>(proof: { session?: string; login?: string }, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.within(this.opening(WITH_PROOF, [proof.session ?? '', proof.login ?? ''], false), work);
  }

  /** The same in one way there and back; the first statement may name, from the proven row, whom the next ones ask for. */
  proveBatch<R extends readonly object[][]>(
    proof: { session?: string; login?: string },
    asked: readonly Asked[],
  ): Promise<R> {
    return this.whole(this.opening(WITH_PROOF, [proof.session ?? '', proof.login ?? ''], false), asked);
  }

  /** Listens on a connection of its own until the returned function is called; reconnects when it breaks. */
  async listen(channel: string, heard: (text: string) => void): Promise<() => Promise<void>> {
    let stopped = false;
    let client: pg.Client | undefined;
    const connect = async (): Promise<void> => {
      const next = new pg.Client(this.pool.options);
      next.on('notification', (note) => heard(note.payload ?? ''));
      next.on('error', () => undefined);
      next.on('end', () => {
        if (!stopped) setTimeout(() => void connect().catch(() => undefined), 1000).unref();
      });
      await next.connect();
      await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      client = next;
    };
    await connect();
    return async () => {
      stopped = true;
      await client?.end();
    };
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private statement(text: string, values: readonly unknown[] = []): Statement {
    return { name: this.names.of(text), text, values };
  }

  /** BEGIN and the whole context, in one message with the first statement, so that none can run before them. */
  private opening(settings: string, values: readonly string[], write: boolean): readonly Statement[] {
    return [this.statement(write ? 'BEGIN' : 'BEGIN READ ONLY'), this.statement(settings, values)];
  }

  private whole<R extends readonly object[][]>(opening: readonly Statement[], asked: readonly Asked[]): Promise<R> {
    return this.holding(async (client) => {
      const parts = [...opening, ...asked.map((one) => this.statement(...one)), this.statement('COMMIT')];
      const rows: object = (await send(client, parts)).slice(opening.length, -1);
      return rows as R;
    });
  }

  private within<T>(opening: readonly Statement[], work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.holding(async (client) => {
      let [unsent, open] = [opening, true];
      const run = async (parts: readonly Statement[]): Promise<Row[]> => {
        if (!open) throw new Error('The transaction has ended');
        const all = [...unsent, ...parts];
        const at = unsent.length;
        unsent = [];
        return (await send(client, all))[at] ?? [];
      };
      const result = await work({
        query: async <R extends object = Row>(sql: string, values?: readonly unknown[]) =>
          (await run([this.statement(sql, values)])) as R[],
        last: async <R extends object = Row>(sql: string, values?: readonly unknown[]) => {
          const answered = run([this.statement(sql, values), this.statement('COMMIT')]);
          open = false;
          return (await answered) as R[];
        },
      });
      if (open && unsent.length === 0) await send(client, [this.statement('COMMIT')]);
      return result;
    });
  }

  /** A connection for as long as `work` takes; whatever fails is rolled back before another can have it. */
  private async holding<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    // The pool listens to idle connections only: one that breaks between two statements would end the process.
    const lost = (fault: Error): void => void (broken = fault);
    client.on('error', lost);
    try {
      return await work(client);
    } catch (fault) {
      await client.query('ROLLBACK').catch((second: unknown) => {
        broken = second instanceof Error ? second : new Error('rollback failed');
      });
      throw fault;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }
}

const send = (client: pg.PoolClient, parts: readonly Statement[]): Promise<Row[][]> =>
  client.query(new Batch(parts)).answered;

/** Opens a pool of one runtime role; connections are made at first use. */
export function openDatabase(settings: DatabaseSettings): Database {
  const url = new URL(settings.url);
  url.username = `thuisreis_${settings.role}`;
  url.password = encodeURIComponent(settings.password);
  // The address as a whole, for what it says about TLS (sslmode, sslrootcert).
  const options = { connectionString: url.href, max: settings.poolSize ?? 8 };
  return new Database(new pg.Pool(options));
}
