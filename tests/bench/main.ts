import { Connection } from '@temporalio/client';
import { Client } from '../faults/client.js';
import { House, pause } from '../faults/house.js';
import type { Part } from '../faults/house.js';
import { Supply } from '../faults/load.js';
import { benchBare } from './bare.js';
import { benchHouse } from './house-bench.js';
import { cpuSeconds, rate } from './measure.js';
import type { Round } from './measure.js';

const COUNTS = [1, 4, 16];
const SECONDS = Number(process.argv[2] ?? 15);
const PARTS: readonly Part[] = ['api', 'worker', 'temporal', 'postgres'];

const house = await House.start();
try {
  const run = house.run();
  const clients = await Promise.all(Array.from({ length: 16 }, () => Client.open(run.url)));
  const supply = new Supply();
  await fill(clients[0], supply, SECONDS * 150);
  const connection = await Connection.connect({ address: run.temporal.address });
  console.log(`${SECONDS} s a round, everything on this machine, one after the other in one run`);
  const ours: Round[] = [];
  for (const count of COUNTS) {
    const [cpu, events] = [PARTS.map((part) => cpuSeconds(run.pids[part])), await historyEvents(connection)];
    const round = await benchHouse(clients.slice(0, count), supply, SECONDS);
    const spent = PARTS.map(
      (part, index) => `${part} ${perStep(cpuSeconds(run.pids[part]) - (cpu[index] ?? 0), round)} ms`,
    );
    const perHumanStep = ((await historyEvents(connection)) - events) / round.steps;
    ours.push(round);
    console.log(`house ${describe(round)}; CPU a step: ${spent.join(', ')}; ${perHumanStep.toFixed(1)} events a step`);
  }
  const bare = await benchBare(run.temporal.address, run.temporal.namespace, COUNTS, SECONDS);
  for (const round of bare) console.log(`bare  ${describe(round)}`);
  ours.forEach((round, index) => {
    const other = bare[index];
    if (other) console.log(`house against bare at ${round.clients}: ${(rate(round) / rate(other)).toFixed(2)}`);
  });

  /** Events of all histories of cases; visibility pages, so only the bench may ask. */
  async function historyEvents(from: Connection): Promise<number> {
    let sum = 0;
    let nextPageToken: Uint8Array = new Uint8Array();
    do {
      const page = await from.workflowService.listWorkflowExecutions({
        namespace: run.temporal.namespace,
        query: 'WorkflowType = "caseWorkflow"',
        pageSize: 1000,
        nextPageToken,
      });
      for (const one of page.executions ?? []) sum += await lengthOf(from, one.execution ?? {});
      nextPageToken = page.nextPageToken ?? new Uint8Array();
    } while (nextPageToken.length > 0);
    return sum;
  }

  async function lengthOf(from: Connection, execution: object): Promise<number> {
    const described = await from.workflowService.describeWorkflowExecution({
      namespace: run.temporal.namespace,
      execution,
    });
    return Number(described.workflowExecutionInfo?.historyLength ?? 0);
  }
} finally {
  await house.stop();
}

/** Imports until there is work for all rounds, and waits until the journeys have started. */
async function fill(client: Client | undefined, supply: Supply, steps: number): Promise<void> {
  if (client === undefined) throw new Error('no client');
  const cases = Math.ceil(steps / 3);
  await client.importHouseholds('nachtegaal', cases);
  for (let tries = 0; tries < 300 && (await supply.fill(client)) < cases; tries += 1) await pause(1000);
}

function describe(round: Round): string {
  const [p50, p99] = [round.p50.toFixed(1), round.p99.toFixed(1)];
  return `${round.clients} clients: ${rate(round).toFixed(0)} steps/s, p50 ${p50} ms, p99 ${p99} ms (${round.steps} steps)`;
}

function perStep(seconds: number, round: Round): string {
  return ((seconds * 1000) / Math.max(round.steps, 1)).toFixed(2);
}
