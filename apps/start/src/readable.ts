interface Spoken {
  readonly level?: number;
  readonly msg?: string;
  readonly err?: { readonly name?: string; readonly code?: unknown; readonly message?: string };
  readonly activityType?: string;
}
const WARN = 40;
const ERROR = 50;

/** A part's line of JSON as people read it: how bad, the message, the fault. Other lines stay as they are. */
export function readable(line: string): string {
  if (!line.startsWith('{')) return line;
  try {
    const { level = 0, msg, err, activityType } = JSON.parse(line) as Spoken;
    if (msg === undefined) return line;
    const weight = level >= ERROR ? 'error ' : level >= WARN ? 'warn ' : '';
    const fault = [err?.name, err?.code, err?.message].filter(Boolean).join(' ');
    return [`${weight}${msg}`, activityType, fault].filter(Boolean).join(': ');
  } catch {
    return line;
  }
}
