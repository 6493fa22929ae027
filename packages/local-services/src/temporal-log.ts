import type { Log } from './program.js';

/** Milliseconds in which the same message is news only once: while its database is away it repeats itself a lot. */
const QUIET = 10_000;
const startup = /Loading configuration from environment|Processing config file as template/;

/** What the server's lines of JSON say, as one line for people: level, message, error; repetitions left out. */
export function temporalLog(log: Log): Log {
  const said = new Map<string, number>();
  return (line) => {
    if (startup.test(line)) return;
    const text = readable(line);
    const last = said.get(text.key) ?? 0;
    if (Date.now() - last < QUIET) return;
    if (said.size > 500) said.clear();
    said.set(text.key, Date.now());
    log(text.whole.slice(0, 240));
  };
}

function readable(line: string): { key: string; whole: string } {
  try {
    const { level, msg, error } = JSON.parse(line) as { level?: string; msg?: string; error?: string };
    const key = `${level ?? ''} ${msg ?? ''}`.trim();
    return { key, whole: error ? `${key}: ${error}` : key };
  } catch {
    return { key: line, whole: line };
  }
}
