import type { Actor } from '@thuisreis/policy';

/** Who is asking: the actor the database and the policy see, and what the screen shows about the person. */
export interface Session {
  readonly actor: Actor;
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly corporation: { readonly slug: string; readonly title: string };
  /** `nl` unless the reader asks otherwise with `x-thuisreis-language`. */
  readonly language: string;
}
