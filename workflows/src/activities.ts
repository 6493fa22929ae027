/** What the worker does for the workflows. Interface only: the sandbox must never see an implementation. */
import type { Effect, Event } from '@thuisreis/engine';
import type { AcceptedEvent, ImportStart } from './messages.js';

export interface ProjectRequest {
  readonly corporation: string;
  readonly case: string;
  readonly tail: readonly AcceptedEvent[];
}
/** `parked`: the stored state and the workflow's differ; the case waits for a person. */
export type Projected = 'applied' | 'parked';

export interface EffectRequest {
  readonly corporation: string;
  readonly case: string;
  readonly effect: Effect;
}
export interface ChunkRequest extends ImportStart {
  readonly from: number;
  readonly size: number;
}

export interface Activities {
  /** Applies a whole tail to the database; entries that are there already are skipped. */
  project(request: ProjectRequest): Promise<Projected>;
  /** Carries out one effect, idempotent by its key; what comes back at once is an event of the case. */
  performEffect(request: EffectRequest): Promise<Event | null>;
  /** Writes all rows of an import in one transaction; answers how many journeys it wants started. */
  importRows(request: ImportStart): Promise<number>;
  /** Starts a chunk of an import's journeys; those started before are skipped. Answers how many are started now. */
  startJourneys(request: ChunkRequest): Promise<number>;
  /** Marks the import as finished. */
  finishImport(request: ImportStart): Promise<void>;
}
