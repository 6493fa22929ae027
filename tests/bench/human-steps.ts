import { randomUUID } from 'node:crypto';
import type { Client, OpenTask } from '../faults/client.js';
import { Supply } from '../faults/load.js';
import { round } from './measure.js';
import type { Round } from './measure.js';

/** A case of a round: how many steps it took, and what can be done next; nothing when it has ended. */
export interface Walked {
  readonly caseId: string;
  readonly steps: number;
  readonly tasks: readonly OpenTask[];
}
export interface HouseRound extends Round {
  readonly walked: readonly Walked[];
}

/** Human steps through GraphQL; a step counts when its answer, readable in the database, is back. */
export async function benchHouse(clients: readonly Client[], supply: Supply, seconds: number): Promise<HouseRound> {
  const [open, ended] = [new Map<number, Walked>(), [] as Walked[]];
  for (const [index, client] of clients.entries()) open.set(index, await nextCase(client, supply));
  const result = await round(clients.length, seconds, async (index) => {
    const [client, at] = [clients[index], open.get(index)];
    if (client === undefined || at === undefined) return false;
    const next = await takeStep(client, at);
    if (next.tasks.length > 0) return (open.set(index, next), true);
    ended.push(next);
    open.set(index, await nextCase(client, supply));
    return true;
  });
  return { ...result, walked: [...ended, ...open.values()] };
}

async function takeStep(client: Client, at: Walked): Promise<Walked> {
  const [task] = at.tasks;
  if (task === undefined) throw new Error('a case without a task was handed out');
  const answer = await client.complete(at.caseId, task, randomUUID());
  if (answer.refusals.length > 0) throw new Error(`refused: ${JSON.stringify(answer.refusals)} ${task.item}`);
  return { caseId: at.caseId, steps: at.steps + 1, tasks: answer.case?.openTasks ?? [] };
}

async function nextCase(client: Client, supply: Supply): Promise<Walked> {
  const caseId = supply.take();
  if (caseId === undefined) throw new Error('the supply of cases is used up: import more');
  return { caseId, steps: 0, tasks: await client.openTasks(caseId) };
}
