/** Why a document is refused before it reaches the schema. */
export class DocumentRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
