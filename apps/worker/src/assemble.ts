/** What the worker does for the workflows, and what its sweeper works with. */
import { heartbeat } from '@temporalio/activity';
import { countParked, dropAnswers, endedCase, takePending, takeStarts, type Database } from '@thuisreis/read-model';
import type { Activities } from '@thuisreis/workflows';
import { isHeardAfterEnd, startAgain, type Submission } from '@thuisreis/workflows/messages';
import { performEffect } from './effect.js';
import { importRows } from './import/import-rows.js';
import { finishImport, startJourneys, type Starter } from './import/start-journeys.js';
import { project } from './project.js';
import type { SweeperParts, Verdict } from './sweeper.js';

export function activitiesOf(starter: Starter): Activities {
  const { database, replica } = starter;
  return {
    project: (request) => project(replica, request),
    performEffect,
    importRows: (request) => importRows(database, request, () => heartbeat()),
    startJourneys: (request) => startJourneys(starter, request),
    finishImport: (request) => finishImport(database, request),
  };
}

/** `followed` is the database in the role `replica`. */
export function sweeperParts(
  corporations: SweeperParts['corporations'],
  followed: Database,
  starter: Starter,
): SweeperParts {
  const { replica, post } = starter;
  return {
    corporations,
    starter,
    take: (corporation) => takePending(followed, corporation),
    takeStarts: (corporation) => takeStarts(followed, corporation),
    submit: (corporation, id, submission) => submitTo(starter, followed, corporation, id, submission),
    apply: (corporation, id, entry) =>
      replica.apply({ ...entry, corporation, case: id }, (revision) => post.eventsSince(corporation, id, revision)),
    refuse: async (corporation, updateId, refusals) => void (await replica.refuse(corporation, updateId, refusals)),
    dropAnswers: (corporation) => dropAnswers(followed, corporation),
    countParked: (corporation) => countParked(followed, corporation),
  };
}

/** To the running case; a correction or a late result for an ended one begins a run of its own. */
async function submitTo(
  { post }: Starter,
  followed: Database,
  corporation: string,
  id: string,
  submission: Submission,
): Promise<Verdict> {
  const verdict = await post.submit(corporation, id, submission);
  if (verdict.said !== 'ended' || !isHeardAfterEnd(submission.event)) return verdict;
  const stored = await endedCase(followed, corporation, id);
  return stored ? post.submitAgain(startAgain(corporation, id, stored.state), submission) : verdict;
}
