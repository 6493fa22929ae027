import type { Settings } from '../settings.js';
import type { Session } from './ask.js';
import { runFile } from './run-file.js';
import { signIn } from './sign-in.js';

/** Opens a session: a password given wins, otherwise the demo's own from `run.json`. */
export async function openSession(settings: Settings, login: string, password?: string): Promise<Session> {
  const run = runFile(settings);
  const known = run.demo?.users.find((user) => user.login === login)?.password;
  return { url: run.url, cookie: await signIn(run.url, login, password ?? known) };
}

/** The first line of standard input, or nothing when it is a terminal or empty. */
export async function passwordFromInput(): Promise<string | undefined> {
  if (process.stdin.isTTY) return undefined;
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  const line = text.split(/\r?\n/u, 1)[0] ?? '';
  return line === '' ? undefined : line;
}
