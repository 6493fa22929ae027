/** Something the caller did wrong or we could not do: a code for programs and a sentence without personal data. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
