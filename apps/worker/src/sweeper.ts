/** Finishes what a lost process left half done. No lock is held while Temporal is asked: a row is taken by a short lease. */
import type { Refusal } from '@thuisreis/engine';
import type { PendingCommand, PendingStart } from '@thuisreis/read-model';
import type { Accepted, AcceptedEvent, Submission } from '@thuisreis/workflows';
import { counted } from './health.js';
import { startStored, type Starter } from './import/start-journeys.js';
import type { StoredStart } from './journeys.js';
import { log } from './log.js';

export type Verdict =
  | { readonly said: 'yes'; readonly accepted: Accepted }
  | { readonly said: 'no'; readonly refusals: readonly Refusal[] }
  | { readonly said: 'ended' };
export interface SweeperParts {
  readonly starter: Starter;
  readonly corporations: () => Promise<readonly string[]>;
  /** Takes some commands by a lease of half a minute. */
  readonly take: (corporation: string) => Promise<readonly PendingCommand[]>;
  /** Takes some starts in the same way. */
  readonly takeStarts: (corporation: string) => Promise<readonly PendingStart[]>;
  readonly submit: (corporation: string, id: string, submission: Submission) => Promise<Verdict>;
  readonly apply: (corporation: string, id: string, entry: AcceptedEvent) => Promise<string>;
  readonly refuse: (corporation: string, updateId: string, refusals: readonly (Refusal | CaseEnded)[]) => Promise<void>;
  /** Removes answers of commands that came to nothing a day ago. */
  readonly dropAnswers: (corporation: string) => Promise<void>;
  /** Cases that wait for a person. */
  readonly countParked: (corporation: string) => Promise<number>;
}
export interface CaseEnded {
  readonly code: 'caseEnded';
}
const EVERY = 5_000;
/** Rounds between two looks for answers that can go: about an hour. */
const TIDY_EVERY = 720;

/** One round over all corporations; one that fails does not hold up the others. `tidy` also removes old answers. */
export async function sweep(parts: SweeperParts, tidy = false): Promise<void> {
  let parked = 0;
  for (const corporation of await parts.corporations()) {
    if (tidy) await parts.dropAnswers(corporation);
    parked += await parts.countParked(corporation);
    for (const command of await parts.take(corporation)) await orTell(command, finish(parts, command));
    for (const start of await parts.takeStarts(corporation)) await orTell(start, begin(parts, start));
  }
  counted.parked.set(parked);
}

const orTell = ({ updateId }: { updateId: string }, work: Promise<void>): Promise<void> =>
  work.catch((error: unknown) => log.warn({ err: error, updateId }, 'not swept'));

/** A start is swept in the same way: all its arguments were stored before it. */
async function begin({ starter }: SweeperParts, { updateId, member, event }: PendingStart): Promise<void> {
  await startStored(starter, { id: updateId, member, event: event as StoredStart });
  counted.swept.inc({ result: 'started' });
}

/** Sends the very event of the row, never one of its own making; the ring or Temporal gives the first answer again. */
async function finish(parts: SweeperParts, command: PendingCommand): Promise<void> {
  const { corporation, updateId, event } = command;
  const actor = { member: command.member, corporation };
  const verdict = await parts.submit(corporation, command.case, { updateId, actor, event });
  counted.swept.inc({ result: verdict.said });
  if (verdict.said === 'yes')
    await parts.apply(corporation, command.case, { ...verdict.accepted, updateId, actor, event });
  else await parts.refuse(corporation, updateId, verdict.said === 'no' ? verdict.refusals : [{ code: 'caseEnded' }]);
}

/** Sweeps every five seconds until stopped; `stop` waits for the round under way. */
export function startSweeper(parts: SweeperParts): { stop(): Promise<void> } {
  let stopped = false;
  let wake: () => void = () => undefined;
  const loop = async (): Promise<void> => {
    for (let round = 0; !stopped; round += 1) {
      await sweep(parts, round % TIDY_EVERY === 0).catch((error: unknown) => log.warn({ err: error }, 'sweep failed'));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, EVERY);
        wake = () => (clearTimeout(timer), resolve());
        if (stopped) wake();
      });
    }
  };
  const ended = loop();
  return {
    stop: () => {
      stopped = true;
      wake();
      return ended;
    },
  };
}
