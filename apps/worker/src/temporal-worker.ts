import type { DataConverter } from '@temporalio/common';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Activities } from '@thuisreis/workflows';
import { TASK_QUEUE } from '@thuisreis/workflows/messages';
import { temporalLogger } from './log.js';

export interface WorkerParts {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly workflowBundle: { readonly code: string } | { readonly codePath: string };
  readonly activities: Activities;
  readonly dataConverter: DataConverter;
}

/** SIGTERM and SIGINT stop the worker; Temporal's runtime listens for them. */
export function installRuntime(): void {
  Runtime.install({ logger: temporalLogger(), shutdownSignals: ['SIGTERM', 'SIGINT'] });
}

/**
 * One worker a process. The forced end matters: a hanging activity would keep the process for ever. The short sticky
 * time lets another worker answer soon after this one was killed.
 */
export function createWorker(parts: WorkerParts): Promise<Worker> {
  return Worker.create({
    ...parts,
    activities: { ...parts.activities },
    taskQueue: TASK_QUEUE,
    shutdownGraceTime: '10 seconds',
    shutdownForceTime: '20 seconds',
    stickyQueueScheduleToStartTimeout: '2 seconds',
    maxCachedWorkflows: 500,
    maxConcurrentActivityTaskExecutions: 20,
  });
}
