import pg from 'pg';
import type { Actor } from '@thuisreis/policy';

export type Row = Record<string, unknown>;

/** One transaction under one actor's eyes. */
export interface Transaction {
  query<R extends object = Row>(sql: string, values?: readonly unknown[]): Promise<R[]>;
}

/** Where the door leads: `url` without a user but with its `sslmode`, `role` one of the runtime roles. */
export interface DatabaseSettings {
  readonly url: string;
  readonly role: 'api' | 'worker' | 'replica' | 'report';
  readonly password: string;
  readonly poolSize?: number;
}

const array = (values: readonly string[]): string =>
  `{${values.map((one) => `"${one.replace(/["\\]/g, '')}"`).join(',')}}`;

function contextOf(actor: Actor): Record<string, string> {
  return {
    'app.corporation': actor.corporation,
    'app.member': actor.member,
    'app.profile': actor.profile,
    'app.classes': array(actor.classes),
    'app.teams': array(actor.teams ?? []),
    'app.partner': actor.partner ?? '',
  };
}

/** BEGIN and the whole context in one message, so that no statement can run between them. */
function opening(context: Record<string, string>, write: boolean): string {
  const settings = Object.entries(context).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return `BEGIN${write ? '' : ' READ ONLY'}; SELECT ${settings.join(', ')}`;
}

const MOST_NAMES = 500;

/**
 * A name for each statement, so that a connection parses and plans it once. Statements here are constants of the code;
 * should one ever be put together on the fly, those beyond the limit are sent without a name.
 */
class StatementNames {
  private readonly known = new Map<string, string>();

  of(sql: string): string | undefined {
    const known = this.known.get(sql);
    if (known !== undefined || this.known.size >= MOST_NAMES) return known;
    const name = `s${this.known.size}`;
    this.known.set(sql, name);
    return name;
  }
}

/** The one door to the database. Never nest `as`, never hold it while waiting for Temporal. */
export class Database {
  private readonly names = new StatementNames();

  constructor(private readonly pool: pg.Pool) {
    pool.on('error', () => undefined); // an idle connection that breaks is replaced at its next use
  }

  /** Runs `work` in one transaction that sees the actor's corporation only; reads unless `write`. */
  as<T>(actor: Actor, work: (tx: Transaction) => Promise<T>, options: { write?: boolean } = {}): Promise<T> {
    return this.within(contextOf(actor), options.write ?? false, work);
  }

  /** Before there is an actor: finds only the row whose holder proves it, by a token's hash or a vouched login. */
  prove<T>(proof: { session?: string; login?: string }, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.within({ 'app.session': proof.session ?? '', 'app.login': proof.login ?? '' }, false, work);
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

  private async within<T>(
    context: Record<string, string>,
    write: boolean,
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      // Not awaited: the first statement follows in the same pipeline, and fails with it if this one does.
      const opened = client.query(opening(context, write));
      opened.catch(() => undefined);
      const result = await work({
        query: async <R extends object = Row>(sql: string, values: readonly unknown[] = []) =>
          (await client.query<R & pg.QueryResultRow>({ name: this.names.of(sql), text: sql, values: [...values] }))
            .rows,
      });
      await opened;
      await client.query('COMMIT');
      return result;
    } catch (fault) {
      await client.query('ROLLBACK').catch((second: unknown) => {
        broken = second instanceof Error ? second : new Error('rollback failed');
      });
      throw fault;
    } finally {
      client.release(broken);
    }
  }
}

/** Opens a pool of one runtime role; connections are made at first use. */
export function openDatabase(settings: DatabaseSettings): Database {
  const url = new URL(settings.url);
  url.username = `thuisreis_${settings.role}`;
  url.password = encodeURIComponent(settings.password);
  // The address as a whole, for what it says about TLS (sslmode, sslrootcert).
  const options = { connectionString: url.href, max: settings.poolSize ?? 8, pipeline: true };
  return new Database(new pg.Pool(options));
}
