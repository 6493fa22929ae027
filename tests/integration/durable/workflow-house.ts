/** The workflows on a real Temporal server, with a database replaced by the same pure core kept in memory. */
import { fileURLToPath } from 'node:url';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { NativeConnection, type Worker } from '@temporalio/worker';
import { begin, hashState, step, type State } from '@thuisreis/engine';
import { bundleWorkflows } from '../../../apps/worker/src/bundle.js';
import { createWorker } from '../../../apps/worker/src/temporal-worker.js';
import { dataConverter, keyRing, keysInMemory, type KeyStore } from '../../../workflows/src/codec.js';
import type { Activities } from '../../../workflows/src/index.js';
import * as messages from '../../../workflows/src/messages.js';
import type { Accepted, AcceptedEvent, CaseStart, Submission } from '../../../workflows/src/messages.js';
import { small } from '../../replay/walks.js';

export const ROOT_KEY = new Uint8Array(32).fill(3);
export const ENTRY = fileURLToPath(new URL('../../../workflows/src/workflows.ts', import.meta.url));

/** Follows cases with the same core: revision after revision, hash against hash. */
export class Follower {
  readonly states = new Map<string, State>();
  readonly entries = new Map<string, AcceptedEvent[]>();
  /** Cases whose row is said to differ. */
  readonly parked = new Set<string>();
  readonly activities: Activities = {
    project: async (request) => this.follow(request.case, request.tail),
    performEffect: async () => null,
    importRows: async () => 0,
    startJourneys: async () => 0,
    finishImport: async () => undefined,
  };

  begin(start: CaseStart): void {
    const first = begin(small, start.facts, start.history, start.now, start.origin);
    if (first.accepted) this.states.set(start.case, first.state);
  }

  private follow(id: string, tail: readonly AcceptedEvent[]): 'applied' | 'parked' {
    if (this.parked.has(id)) return 'parked';
    for (const entry of tail) {
      const state = this.states.get(id);
      if (!state || state.revision >= entry.revision) continue;
      const next = step(small, state, entry.event, entry.now);
      if (!next.accepted || next.state.revision !== entry.revision || hashState(next.state) !== entry.hash)
        return 'parked';
      this.states.set(id, next.state);
      this.entries.set(id, [...(this.entries.get(id) ?? []), entry]);
    }
    return 'applied';
  }
}

export interface House {
  readonly client: Client;
  readonly follower: Follower;
  start(start: CaseStart): Promise<WorkflowHandle>;
  close(): Promise<void>;
}

/** One bundle serves all houses of a test file. */
let bundle: Promise<string> | undefined;

/** A namespace of its own on the server at `address`; `sealed: false` leaves the encryption out. */
export async function openHouse(
  address: string,
  { sealed = true, store = keysInMemory() as KeyStore } = {},
): Promise<House> {
  const namespace = `workflows-${Date.now()}-${Math.round(performance.now())}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: { seconds: 86_400 as never },
  });
  const templates = async (hash: string) => (hash === small.hash ? small : undefined);
  const converter = sealed ? dataConverter({ keys: keyRing(ROOT_KEY, store), templates }) : {};
  const follower = new Follower();
  const native = await NativeConnection.connect({ address });
  const workflowBundle = { code: await (bundle ??= bundleWorkflows(ENTRY)) };
  const worker = await retried(() =>
    createWorker({
      connection: native,
      namespace,
      workflowBundle,
      activities: follower.activities,
      dataConverter: converter,
    }),
  );
  const running = worker.run();
  const client = new Client({ connection, namespace, dataConverter: converter });
  return {
    client,
    follower,
    start: (start) => {
      follower.begin(start);
      return client.workflow.start(messages.CASE_WORKFLOW, {
        workflowId: messages.caseWorkflowId(start.corporation, start.case),
        taskQueue: messages.TASK_QUEUE,
        args: sealed ? messages.caseArguments(start) : [small, start],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      });
    },
    close: async () => {
      worker.shutdown();
      await running;
      await Promise.all([connection.close(), native.close()]);
    },
  };
}

/** A new namespace is known to all parts of the server only after a moment. */
async function retried(make: () => Promise<Worker>): Promise<Worker> {
  for (let left = 40; ; left--) {
    try {
      return await make();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((wake) => setTimeout(wake, 500));
    }
  }
}

/** Sends one event as a desk does. */
export function send(handle: WorkflowHandle, updateId: string, event: Submission['event']): Promise<Accepted> {
  const submission: Submission = { updateId, actor: { member: 'm1', corporation: 'c1' }, event };
  return handle.executeUpdate<Accepted, [Submission]>(messages.SUBMIT, { updateId, args: [submission] });
}
