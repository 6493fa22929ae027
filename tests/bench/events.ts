import { Connection } from '@temporalio/client';
import { caseWorkflowId } from '../../workflows/src/messages.js';
import type { RunFile } from '../faults/house.js';
import type { Walked } from './human-steps.js';

/** History events a human step: within journeys under way, and over whole journeys with what their end costs. */
export interface EventsPerStep {
  readonly step: number;
  readonly journey: number;
}

/** Asks for the lengths of the histories that a round walked; `untouched` is a case that nobody stepped. */
export async function eventsPerStep(
  { temporal }: RunFile,
  walked: readonly Walked[],
  untouched: string,
): Promise<EventsPerStep> {
  const connection = await Connection.connect({ address: temporal.address });
  const lengthOf = async (caseId: string): Promise<number> => {
    const execution = { workflowId: caseWorkflowId('waterkant', caseId) };
    const { namespace } = temporal;
    const found = await connection.workflowService.describeWorkflowExecution({ namespace, execution });
    return Number(found.workflowExecutionInfo?.historyLength ?? 0);
  };
  const first = await lengthOf(untouched);
  const average = async (cases: readonly Walked[]): Promise<number> => {
    let events = 0;
    for (const { caseId } of cases) events += (await lengthOf(caseId)) - first;
    return events / cases.reduce((sum, { steps }) => sum + steps, 0);
  };
  const open = walked.filter(({ steps, tasks }) => steps > 0 && tasks.length > 0);
  const ended = walked.filter(({ tasks }) => tasks.length === 0).slice(0, 20);
  const result = { step: await average(open), journey: await average(ended) };
  await connection.close();
  return result;
}
