/** An import: all rows in one transaction, then the journeys in chunks, so that progress is seen and nothing is started twice. */
import { defineQuery, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from './activities.js';
import { PROGRESS, type ImportProgress, type ImportStart } from './messages.js';

const CHUNK = 25;
const { importRows, startJourneys, finishImport } = proxyActivities<Activities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
const progress = defineQuery<ImportProgress>(PROGRESS);

/** Answers the number of journeys started. */
export async function importWorkflow(start: ImportStart): Promise<number> {
  let seen: ImportProgress = { stage: 'writing', households: 0, started: 0 };
  setHandler(progress, () => seen);
  const households = await importRows(start);
  for (let from = 0; from < households; from += CHUNK) {
    seen = { stage: 'starting', households, started: from };
    await startJourneys({ ...start, from, size: CHUNK });
  }
  await finishImport(start);
  seen = { stage: 'done', households, started: households };
  return households;
}
