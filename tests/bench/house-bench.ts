import { randomUUID } from 'node:crypto';
import type { Client, OpenTask } from '../faults/client.js';
import { Supply } from '../faults/load.js';
import { round } from './measure.js';
import type { Round } from './measure.js';

/** Human steps through GraphQL; a step counts when its answer, readable in the database, is back. */
export async function benchHouse(clients: readonly Client[], supply: Supply, seconds: number): Promise<Round> {
  const open = new Map<number, { caseId: string; tasks: readonly OpenTask[] }>();
  for (let index = 0; index < clients.length; index += 1) await nextCase(clients, supply, open, index);
  return round(clients.length, seconds, async (index) => {
    const at = open.get(index);
    const [task] = at?.tasks ?? [];
    if (at === undefined || task === undefined) return false;
    const answer = await clients[index]?.complete(at.caseId, task, randomUUID());
    if (!answer || answer.refusals.length > 0)
      throw new Error(`refused: ${JSON.stringify(answer?.refusals)} ${task.item}`);
    const tasks = answer.case?.openTasks ?? [];
    if (tasks.length > 0) open.set(index, { caseId: at.caseId, tasks });
    else await nextCase(clients, supply, open, index);
    return true;
  });
}

async function nextCase(
  clients: readonly Client[],
  supply: Supply,
  open: Map<number, { caseId: string; tasks: readonly OpenTask[] }>,
  index: number,
): Promise<void> {
  open.delete(index);
  const caseId = supply.take();
  const tasks = caseId === undefined ? [] : await clients[index]?.openTasks(caseId);
  if (caseId !== undefined && tasks !== undefined) open.set(index, { caseId, tasks });
}
