import { randomUUID } from 'node:crypto';
import type { Client } from './client.js';
import { pause } from './house.js';
import type { Acknowledged } from './verdict.js';

/** Cases with something to do, each handed to one walker at a time. */
export class Supply {
  private readonly waiting: string[] = [];
  private readonly given = new Set<string>();

  /** Reads the whole worklist; a case that was handed out once is not handed out again. */
  async fill(client: Client): Promise<number> {
    for (let after: string | undefined; ;) {
      const page = await client.worklist(500, after);
      for (const row of page.rows) {
        if (!this.given.has(row.caseId) && this.given.add(row.caseId)) this.waiting.push(row.caseId);
      }
      if (page.next === null) return this.waiting.length;
      after = page.next;
    }
  }

  take(): string | undefined {
    return this.waiting.shift();
  }
}

export interface Stop {
  stopped: boolean;
}

/** Walks case after case until told to stop, and writes down every step that was acknowledged. */
export async function walk(client: Client, supply: Supply, stop: Stop, pauseMs: number): Promise<Acknowledged[]> {
  const told: Acknowledged[] = [];
  while (!stop.stopped) {
    const caseId = supply.take();
    if (caseId === undefined) break;
    await walkCase(client, caseId, told, stop, pauseMs);
  }
  return told;
}

async function walkCase(
  client: Client,
  caseId: string,
  told: Acknowledged[],
  stop: Stop,
  pauseMs: number,
): Promise<void> {
  let [task] = await client.openTasks(caseId);
  while (task !== undefined && !stop.stopped) {
    const key = randomUUID();
    const answer = await client.complete(caseId, task, key);
    if (answer.refusals.length > 0) return;
    told.push({ key, caseId, item: task.item, revision: answer.revision });
    [task] = answer.case?.openTasks ?? [];
    await pause(pauseMs);
  }
}
