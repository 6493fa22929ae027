/** Ends the command with a sentence for the person who typed it; 1 is "the answer is no", 2 "could not be done". */
export class Stop extends Error {
  constructor(
    message: string,
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}
