/** Human steps through GraphQL until readable, beside updates of a bare hand-written workflow on the same server. */
import { cpus } from 'node:os';
import { Client } from '../faults/client.js';
import { House } from '../faults/house.js';
import { benchBare } from './bare.js';
import { benchConfig, fill } from './journeys.js';
import { eventsPerStep } from './events.js';
import { benchHouse } from './human-steps.js';
import { cpuOf, rate } from './measure.js';
import type { CpuSeconds, Round } from './measure.js';

const COUNTS = [1, 4, 16];
const SECONDS = Number(process.argv[2] ?? 15);
/** More than any round has walked so far; twelve steps a case. */
const HOUSEHOLDS = Math.ceil((SECONDS * 400) / 12) + 20;

const house = await House.start({ config: benchConfig(), demo: false });
try {
  const run = house.run();
  const clients = await Promise.all(Array.from({ length: 16 }, () => Client.open(run.url)));
  const [first] = clients;
  if (first === undefined) throw new Error('no client');
  console.log(`${cpus().length} cores for everything, this load included; ${SECONDS} s a round, one after the other`);
  const { supply, rate: starts } = await fill(first, run.url, HOUSEHOLDS);
  console.log(`${HOUSEHOLDS} journeys imported and started: ${starts.toFixed(0)} a second`);
  const untouched = supply.take() ?? '';
  await benchHouse(clients.slice(0, 4), supply, 3); // warms up
  const ours: Round[] = [];
  for (const count of COUNTS) {
    const before = cpuOf(run.pids);
    const round = await benchHouse(clients.slice(0, count), supply, SECONDS);
    const spent = perStep(before, cpuOf(run.pids), round);
    const events = await eventsPerStep(run, round.walked, untouched);
    ours.push(round);
    console.log(`house ${describe(round)}`);
    console.log(`      CPU a step: ${spent}`);
    console.log(`      events a step: ${events.step.toFixed(2)}, with a journey's end ${events.journey.toFixed(2)}`);
  }
  const bare = await benchBare(run, COUNTS, SECONDS, (round, before, after) => {
    console.log(`bare  ${describe(round)}`);
    console.log(`      CPU a step: ${perStep(before, after, round)}`);
  });
  ours.forEach((round, index) => {
    const other = bare[index];
    if (other) console.log(`house against bare at ${round.clients}: ${(rate(round) / rate(other)).toFixed(2)}`);
  });
} finally {
  await house.stop();
}

function describe(round: Round): string {
  const [p50, p99] = [round.p50.toFixed(1), round.p99.toFixed(1)];
  const clients = `${String(round.clients).padStart(2)} clients`;
  return `${clients}: ${rate(round).toFixed(0)} steps/s, p50 ${p50} ms, p99 ${p99} ms (${round.steps} steps)`;
}

/** Milliseconds of CPU that a step cost each process, and all of them together. */
function perStep(before: CpuSeconds, after: CpuSeconds, round: Round): string {
  const names = Object.keys(after);
  const costs = names.map((name) => (((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / Math.max(round.steps, 1));
  const sum = costs.reduce((total, cost) => total + cost, 0);
  return `${names.map((name, index) => `${name} ${costs[index]?.toFixed(2)}`).join(', ')}, sum ${sum.toFixed(2)} ms`;
}
