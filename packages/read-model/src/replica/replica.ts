import { begin, ENGINE, hashState, step, type Event, type Facts, type Instant, type Origin } from '@thuisreis/engine';
import type { PastEvent, Refusal, State, Template } from '@thuisreis/engine';
import { systemActor } from '@thuisreis/policy';
import type { Database, Transaction } from '../database.js';
import * as sql from './replica.sql.js';
import { changed } from './changed.js';
import { rowsOf } from './rows-of.js';
import { dataKey, seal, unwrap, type DataKey } from './sealed.js';

/** An event that the workflow accepted, as it answered it or as its tail keeps it. */
export interface AppliedEvent {
  readonly revision: number;
  readonly now: Instant;
  readonly hash: string;
  readonly updateId?: string;
  readonly actor?: { readonly member: string };
  readonly event: Event;
}
export type Applying = AppliedEvent & { readonly corporation: string; readonly case: string };
export type Applied = 'applied' | 'already' | 'parked' | 'left';

/** A case that the workflow has just been started for: the arguments of `begin`, and where the case belongs. */
export interface Starting {
  readonly corporation: string;
  readonly case: string;
  readonly template: { readonly hash: string };
  readonly facts: Facts;
  readonly history: readonly PastEvent[];
  readonly now: Instant;
  readonly origin: Origin;
  readonly project?: string;
  readonly household?: string;
  readonly team?: string | null;
  readonly parent?: string;
  readonly updateId?: string;
  readonly actor?: { readonly member: string };
}
interface Locked {
  readonly revision: number;
  readonly state: State;
  readonly parked: Date | null;
  readonly template_hash: string;
  readonly household: string | null;
  readonly project: string | null;
  readonly team: string | null;
  readonly keyId: string | null;
  readonly wrapped: Buffer | null;
}
export interface CommandState {
  readonly id: string;
  readonly status: 'pending' | 'done' | 'refused';
  readonly revision: number | null;
  readonly refusals: readonly Refusal[] | null;
}

/** Follows the workflows by the same events, the same core and the same hash: it may lag, never lead. */
export class Replica {
  private readonly templates = new Map<string, Template>();

  /** `database` is opened in the role `replica`; `rootKey` (32 bytes) wraps the keys of households. */
  constructor(
    private readonly database: Database,
    private readonly rootKey: Uint8Array,
  ) {}

  /** Applies one event; when some before it are missing, asks the workflow for them and applies all in order. */
  async apply(entry: Applying, eventsSince: (revision: number) => Promise<readonly AppliedEvent[]>): Promise<Applied> {
    const first = await this.applyNext(entry);
    if (typeof first === 'string') return first;
    for (const missed of await eventsSince(first.stored)) {
      const done = await this.applyNext({ ...missed, corporation: entry.corporation, case: entry.case });
      if (done === 'parked' || done === 'left') return done;
    }
    const last = await this.applyNext(entry);
    return typeof last === 'string' ? (last === 'already' ? 'applied' : last) : 'left';
  }

  /** Writes revision 0 as soon as the start was accepted; a second call changes nothing. */
  start(start: Starting): Promise<'applied' | 'already'> {
    return this.database.as(
      systemActor(start.corporation),
      async (tx) => {
        const template = await this.template(tx, start.corporation, start.template.hash);
        const first = begin(template, start.facts, start.history, start.now, start.origin);
        if (!first.accepted) throw new Error('A start that the core refuses must not reach the replica');
        const hash = hashState(first.state);
        return (await this.insert(tx, start, template, { state: first.state, hash }))
          ? (await this.write(tx, { ...start, revision: 0, hash }, first, { template, place: start, begun: start }),
            'applied')
          : 'already';
      },
      { write: true },
    );
  }

  /** Settles a command as refused, unless it was settled before; answers how it stands. */
  refuse(corporation: string, id: string, refusals: readonly { readonly code: string }[]): Promise<CommandState> {
    const work = async (tx: Transaction): Promise<CommandState> => {
      const [refused] = await tx.query<CommandState>(sql.REFUSE, [corporation, id, JSON.stringify(refusals)]);
      const [row] = refused ? [refused] : await tx.query<CommandState>(sql.COMMAND, [corporation, id]);
      if (!row) throw new Error('No such command');
      return row;
    };
    return this.database.as(systemActor(corporation), work, { write: true });
  }

  private applyNext(entry: Applying): Promise<Applied | { readonly stored: number }> {
    return this.database.as(systemActor(entry.corporation), (tx) => this.follow(tx, entry), { write: true });
  }

  private async follow(tx: Transaction, entry: Applying): Promise<Applied | { readonly stored: number }> {
    const [row] = await tx.query<Locked>(sql.LOCK, [entry.corporation, entry.case]);
    if (!row || row.state.engine > ENGINE) return 'left';
    if (row.revision >= entry.revision) return 'already';
    if (row.parked) return 'parked';
    if (row.revision < entry.revision - 1) return { stored: row.revision };
    const template = await this.template(tx, entry.corporation, row.template_hash);
    const next = step(template, row.state, entry.event, entry.now);
    if (!next.accepted || hashState(next.state) !== entry.hash) {
      await tx.last(sql.PARK, [entry.corporation, entry.case, entry.revision]);
      return 'parked';
    }
    const { keyId, wrapped } = row;
    const key =
      keyId === null
        ? undefined
        : unwrap(this.rootKey, `${entry.corporation}/${row.household ?? entry.case}`, { id: keyId, wrapped });
    await this.write(tx, entry, next, { template, before: row.state, place: row, key });
    return 'applied';
  }

  private async insert(
    tx: Transaction,
    start: Starting,
    template: Template,
    { state, hash }: { readonly state: State; readonly hash: string },
  ): Promise<boolean> {
    const rows = await tx.query(sql.INSERT_CASE, [
      ...[start.corporation, start.case, template.kind, template.name, template.version, template.hash],
      ...[start.project ?? null, start.household ?? null, start.team ?? null, start.parent ?? null],
      ...[JSON.stringify(state), hash, statusOf(state), start.now, state.ended ?? null],
    ]);
    return rows.length > 0;
  }

  private async write(
    tx: Transaction,
    entry: Omit<Applying, 'event'> & { readonly event?: Event },
    next: { readonly state: State; readonly log: readonly object[] },
    step: {
      template: Template;
      before?: State;
      place: Partial<Locked> | Starting;
      begun?: Starting;
      key?: DataKey | undefined;
    },
  ): Promise<void> {
    const { corporation, case: id } = entry;
    const template = await this.template(tx, corporation, next.state.template.hash);
    const { id: keyId, key } = step.key ?? (await dataKey(tx, this.rootKey, corporation, step.place.household ?? id));
    const body = Buffer.from(JSON.stringify(entry.event ?? { begun: step.begun }));
    const { household, project, team } = step.place;
    const line = {
      ...{ revision: entry.revision, now: entry.now, hash: entry.hash, status: statusOf(next.state) },
      ...{ ended_at: next.state.ended, update_id: entry.updateId, actor: entry.actor?.member, log: next.log },
      ...{ template_name: template.name, template_version: template.version, template_hash: template.hash },
      ...{ household, project, team, action: entry.event?.type ?? 'begin' },
    };
    const rows = changed(step.before && rowsOf(step.template, step.before), rowsOf(template, next.state));
    await tx.last(sql.WRITE_STEP, [
      ...[corporation, id, JSON.stringify(line), JSON.stringify(rows)],
      ...[key ? seal(key, `${corporation}/${id}`, body) : Buffer.alloc(0), keyId, JSON.stringify(next.state)],
      entry.updateId ?? null,
    ]);
  }

  private async template(tx: Transaction, corporation: string, hash: string): Promise<Template> {
    const known = this.templates.get(`${corporation}/${hash}`);
    if (known) return known;
    const [row] = await tx.query<{ body: Template }>(sql.TEMPLATE, [corporation, hash]);
    if (!row) throw new Error('The template of this case was never published here');
    this.templates.set(`${corporation}/${hash}`, row.body);
    return row.body;
  }
}

const statusOf = (state: State): string => (state.ended ? 'ended' : state.suspended ? 'suspended' : 'active');
