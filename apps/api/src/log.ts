import { pino } from 'pino';

/** What an error may say in the log: where it came from. Its message may quote a row, so SQL errors give their code. */
function withoutData(error: unknown): object {
  const { name, code, stack, message } = error as { name?: string; code?: string; stack?: string; message?: string };
  const isDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  return { name, code, message: isDatabase ? undefined : message, stack: stack?.split('\n').slice(1, 8).join('\n') };
}

/** One log for the process, JSON lines; no personal data, no bodies, no URLs with parameters. */
export const log = pino({ base: { part: 'api' }, serializers: { err: withoutData } });
