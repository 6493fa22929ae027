import { withoutRepeats, type Log } from './program.js';

const startup = /Loading configuration from environment|Processing config file as template/;

/** What the server's lines of JSON say, as one line for people: level, message, error. */
export function temporalLog(log: Log): Log {
  const told = withoutRepeats((line) => log(line.slice(0, 240)));
  return (line) => {
    if (startup.test(line)) return;
    const { key, whole } = readable(line);
    told(whole, key);
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
