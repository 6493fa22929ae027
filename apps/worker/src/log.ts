import { DefaultLogger, type Logger } from '@temporalio/worker';
import { pino } from 'pino';

/** What an error may say: messages may quote a row or an answer, so only names, codes and places are kept. */
function withoutData(error: unknown): object {
  const { name, code, stack } = (error ?? {}) as { name?: string; code?: unknown; stack?: string };
  const places = stack?.split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { name, code, places: places?.slice(0, 8) };
}

/** One log for the process, JSON lines. */
export const log = pino({ base: { part: 'worker' }, serializers: { err: withoutData } });

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** Temporal's own lines: their text and opaque ids only, never an argument. */
export function temporalLogger(): Logger {
  return new DefaultLogger('WARN', ({ level, message, meta }) => {
    const { workflowId, activityType, error } = (meta ?? {}) as Record<string, unknown>;
    log[LEVELS[level]]({ workflowId, activityType, err: error }, message);
  });
}
