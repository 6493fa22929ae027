import pg from 'pg';
import type { Row } from './database.js';

/** One statement; `name` makes a connection parse and plan it once. */
export interface Statement {
  readonly name?: string | undefined;
  readonly text: string;
  readonly values?: readonly unknown[];
}
const MOST_NAMES = 500;

/**
 * A name for each statement, so that a connection parses and plans it once. Statements here are constants of the code;
 * should one ever be put together on the fly, those beyond the limit are sent without a name.
 */
export class StatementNames {
  private readonly known = new Map<string, string>();

  of(sql: string): string | undefined {
    const known = this.known.get(sql);
    if (known !== undefined || this.known.size >= MOST_NAMES) return known;
    const name = `s${this.known.size}`;
    this.known.set(sql, name);
    return name;
  }
}

/** How node-postgres lets a query speak and listen (its lib/query.js); the published types stop at `submit`. */
interface Wire extends pg.Connection {
  readonly submittedNamedStatements: { [name: string]: string };
}
interface Listening {
  readonly name: string | undefined;
  readonly text: string;
  prepare(connection: Wire): void;
  handleRowDescription(message: object): void;
  handleDataRow(message: object): void;
  handleCommandComplete(message: object, connection: Wire): void;
  readonly _result: { readonly rows: Row[] };
}

/**
 * Several statements in one message to the server, and one message back: each alone would cost a way there and back,
 * which is more than most of them cost to run. When one fails, those behind it are not run. The words on the wire are
 * node-postgres' own; only the barrier between the statements is left out.
 */
export class Batch implements pg.Submittable {
  readonly answered: Promise<Row[][]>;
  /** Looked for by the client; the promise is the answer. */
  readonly callback = (): void => undefined;
  private readonly parts: readonly Listening[];
  private readonly rows: Row[][] = [];
  private broken: unknown;
  private settle!: { resolve: (rows: Row[][]) => void; reject: (fault: unknown) => void };

  constructor(statements: readonly Statement[]) {
    this.answered = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
    // A value that cannot be written is told to the callback, and nothing behind it may be sent.
    const told = (fault: Error | undefined): void => void (this.broken = fault);
    this.parts = statements.map(
      ({ name, text, values = [] }) =>
        new pg.Query({ text, values: [...values], ...(name ? { name } : {}) }, told) as unknown as Listening,
    );
  }

  /** The client keeps in mind under these which statement a connection has parsed. */
  get name(): string | undefined {
    return this.current?.name;
  }
  get text(): string | undefined {
    return this.current?.text;
  }
  private get current(): Listening | undefined {
    return this.parts[this.rows.length];
  }

  submit(connection: pg.Connection): void {
    const wire = connection as Wire;
    const withoutBarrier: Wire = Object.create(wire, { sync: { value: () => undefined } });
    wire.stream.cork();
    for (const part of this.parts) if (this.broken === undefined) part.prepare(withoutBarrier);
    wire.sync();
    wire.stream.uncork();
  }

  handleRowDescription(message: object): void {
    this.current?.handleRowDescription(message);
  }

  handleDataRow(message: object): void {
    this.current?.handleDataRow(message);
  }

  handleCommandComplete(message: object, connection: pg.Connection): void {
    const { current } = this;
    current?.handleCommandComplete(message, connection as Wire);
    this.rows.push(current?._result.rows ?? []);
  }

  handleEmptyQuery(): void {
    this.rows.push([]);
  }

  /** What stands behind the statement that failed was skipped by the server, its parsing too. */
  handleError(fault: unknown, connection: pg.Connection): void {
    const { submittedNamedStatements } = connection as Wire;
    for (const { name } of this.parts.slice(this.rows.length)) if (name) delete submittedNamedStatements[name];
    this.settle.reject(fault);
  }

  handleReadyForQuery(): void {
    if (this.broken === undefined) this.settle.resolve(this.rows);
    else this.settle.reject(this.broken);
  }
}
