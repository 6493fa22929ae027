import { readFileSync, readdirSync } from 'node:fs';

/** What one round of a benchmark took: times in milliseconds. */
export interface Round {
  readonly clients: number;
  readonly steps: number;
  readonly seconds: number;
  readonly p50: number;
  readonly p99: number;
}

/** Lets `clients` take steps side by side until `seconds` have passed; a step that answers false ends its client. */
export async function round(
  clients: number,
  seconds: number,
  step: (client: number) => Promise<boolean>,
): Promise<Round> {
  const times: number[] = [];
  const [begun, until] = [performance.now(), performance.now() + seconds * 1000];
  const work = async (client: number): Promise<void> => {
    while (performance.now() < until) {
      const before = performance.now();
      if (!(await step(client))) return;
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { clients, steps: times.length, seconds: (performance.now() - begun) / 1000, p50: at(0.5), p99: at(0.99) };
}

export const rate = (round: Round): number => round.steps / round.seconds;

/** CPU seconds by the name of a process. */
export type CpuSeconds = Readonly<Record<string, number>>;

/** What each process of a house has used so far, its helpers included; `load` is this process, which makes the load. */
export function cpuOf(
  pids: Readonly<Record<'start' | 'postgres' | 'temporal' | 'api' | 'worker', number>>,
): CpuSeconds {
  const { start, ...others } = pids;
  const parts = Object.fromEntries(Object.entries(others).map(([name, pid]) => [name, cpuSeconds(pid)]));
  const below = Object.values(parts).reduce((sum, next) => sum + next, 0);
  const { user, system } = process.cpuUsage();
  return { start: cpuSeconds(start) - below, ...parts, load: (user + system) / 1e6 };
}

/** CPU seconds of a process with everything below it, its ended children included. */
function cpuSeconds(pid: number): number {
  const [own, parents] = [statOf(pid), new Map<number, number[]>()];
  if (own === undefined) return 0;
  for (const name of readdirSync('/proc')) {
    const child = /^\d+$/u.test(name) ? statOf(Number(name)) : undefined;
    if (child) parents.set(child.parent, [...(parents.get(child.parent) ?? []), Number(name)]);
  }
  const below = (parents.get(pid) ?? []).map(cpuSeconds).reduce((sum, next) => sum + next, 0);
  return own.seconds + below;
}

const TICKS = 100;
function statOf(pid: number): { parent: number; seconds: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
    return { parent: fields[1] ?? 0, seconds: ticks / TICKS };
  } catch {
    return undefined;
  }
}
