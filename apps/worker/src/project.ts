/** Lets the database follow a whole tail: what is there already is skipped, a difference parks the case. */
import type { Replica } from '@thuisreis/read-model';
import type { Projected, ProjectRequest } from '@thuisreis/workflows';
import { counted } from './health.js';
import { log } from './log.js';

/** A row that is not there yet, or an engine this process does not know, is tried again later. */
export async function project(replica: Replica, request: ProjectRequest): Promise<Projected> {
  const { corporation, tail } = request;
  for (const entry of tail) {
    const missing = async (revision: number) => tail.filter((one) => one.revision > revision);
    const result = await replica.apply({ ...entry, corporation, case: request.case }, missing);
    counted.projected.inc({ result });
    if (result === 'left') throw new Error('the row cannot follow yet');
    if (result === 'parked') return parked(request);
  }
  return 'applied';
}

function parked(request: ProjectRequest): Projected {
  log.error({ corporation: request.corporation, case: request.case }, 'case parked: row and workflow differ');
  return 'parked';
}
