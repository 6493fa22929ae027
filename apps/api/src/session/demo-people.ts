import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Settings } from '../settings.js';

const peopleFile = z.object({
  teams: z.array(z.object({ id: z.string(), corporation: z.string(), title: z.string() })),
  partners: z.array(z.object({ id: z.string(), corporation: z.string(), title: z.string() })),
  people: z.array(
    z.object({
      login: z.string(),
      name: z.string(),
      corporation: z.string(),
      role: z.string(),
      team: z.string().optional(),
      partner: z.string().optional(),
    }),
  ),
});
export type PeopleFile = z.infer<typeof peopleFile>;
export interface DemoUser {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly corporation: string;
  readonly role: string;
}

const digest = (text: string): Uint8Array => new Uint8Array(createHash('sha256').update(text).digest());

/** The people of the demo with the random passwords of this installation. */
export class DemoPeople {
  private constructor(
    readonly file: PeopleFile,
    private readonly users: ReadonlyMap<string, DemoUser>,
  ) {}

  /** Reads who there is and keeps passwords in `demo-users.json` (0600), from which `npm start` tells the newcomer. */
  static load(settings: Settings): DemoPeople {
    const file = peopleFile.parse(parse(readFileSync(join(settings.configFolder, 'demo/people.yaml'), 'utf8')));
    const path = join(settings.dataFolder, 'demo-users.json');
    const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { users: DemoUser[] }).users : [];
    const passwords = new Map(kept.map(({ login, password }) => [login, password]));
    const users = file.people.map(({ login, name, corporation, role }) => {
      const password = passwords.get(login) ?? randomBytes(12).toString('base64url');
      return { login, password, name, corporation, role };
    });
    writeFileSync(path, JSON.stringify({ users }, null, 2), { mode: 0o600 });
    return new DemoPeople(file, new Map(users.map((user) => [user.login, user])));
  }

  all(): DemoUser[] {
    return [...this.users.values()];
  }

  knows(login: string): boolean {
    return this.users.has(login);
  }

  /** Compares digests, so that the time taken says nothing about the password. */
  accepts(login: string, password: string): boolean {
    const user = this.users.get(login);
    return (
      timingSafeEqual(digest(password), digest(user?.password ?? randomBytes(12).toString('hex'))) && Boolean(user)
    );
  }
}
