import type { TypedDocumentString } from '../gen/graphql.js';

/** `code` is the API's own; `offline` when no answer came at all. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

interface Answer<Result> {
  data?: Result | null;
  errors?: { extensions?: { code?: string } }[];
}

/** Asks the API over the same origin; a reply with errors is a `Refused` with the first code. */
export async function ask<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  const response = await post(document.toString(), variables);
  if (response.status === 401) throw new Refused('signedOut');
  const answer = (await response.json().catch(() => ({}))) as Answer<Result>;
  const error = answer.errors?.[0];
  if (error || !answer.data) throw new Refused(error?.extensions?.code ?? 'broken');
  return answer.data;
}

async function post(query: string, variables: unknown): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-thuisreis': '1',
        'x-thuisreis-language': globalThis.document.documentElement.lang,
      },
      body: JSON.stringify({ query, variables }),
    });
  } catch {
    throw new Refused('offline');
  }
}

/** A command's key: repeated with the same key it is executed once. */
export function freshKey(): string {
  return crypto.randomUUID();
}
