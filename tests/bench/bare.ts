import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import type { WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import type { RunFile } from '../faults/house.js';
import { bare, end, step } from './bare.workflow.js';
import { cpuOf, round } from './measure.js';
import type { CpuSeconds, Round } from './measure.js';

const QUEUE = 'bench-bare';

/** The yardstick, in the same run on the same server: updates of a hand-written workflow, without read model or HTTP. */
export async function benchBare(
  run: RunFile,
  counts: readonly number[],
  seconds: number,
  told: (round: Round, before: CpuSeconds, after: CpuSeconds) => void,
): Promise<Round[]> {
  const { address, namespace } = run.temporal;
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const workflowsPath = fileURLToPath(new URL('./bare.workflow.js', import.meta.url));
  const workflowBundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address });
  const worker = await Worker.create({ connection, namespace, taskQueue: QUEUE, workflowBundle });
  const client = new Client({ connection: await Connection.connect({ address }), namespace });
  return worker.runUntil(async () => {
    const rounds: Round[] = [];
    for (const count of counts) {
      const before = cpuOf(run.pids);
      const result = await bareRound(client, count, seconds);
      told(result, before, cpuOf(run.pids));
      rounds.push(result);
    }
    return rounds;
  });
}

async function bareRound(client: Client, count: number, seconds: number): Promise<Round> {
  const open: WorkflowHandle<typeof bare>[] = [];
  const start = () => client.workflow.start(bare, { workflowId: `bare/${randomUUID()}`, taskQueue: QUEUE });
  for (let made = 0; made < count; made += 1) open.push(await start());
  const result = await round(count, seconds, async (index) => {
    await open[index]?.executeUpdate(step, { args: ['form'], updateId: randomUUID() });
    return true;
  });
  for (const handle of open) await handle.signal(end).catch(() => undefined);
  return result;
}
