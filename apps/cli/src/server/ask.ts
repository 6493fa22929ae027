import { Stop } from '../stop.js';

/** Where to ask and as whom. */
export interface Session {
  readonly url: string;
  readonly cookie: string;
}

/** One GraphQL document; a fault of the server becomes a `Stop` with its code, never a stack. */
export async function ask(session: Session, query: string, variables: object): Promise<unknown> {
  const response = await fetch(new URL('/graphql', session.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-thuisreis': '1', cookie: `thuisreis_session=${session.cookie}` },
    body: JSON.stringify({ query, variables }),
  }).catch(() => {
    throw new Stop(`${session.url} does not answer. Is Thuisreis running? See \`npx thuisreis doctor\`.`, 2);
  });
  const answer: unknown = await response.json().catch(() => undefined);
  const faults = isObject(answer) && Array.isArray(answer['errors']) ? answer['errors'] : [];
  if (faults.length > 0 || !isObject(answer)) throw new Stop(`Refused: ${describe(faults[0]) ?? response.status}`, 2);
  return answer['data'];
}

export const isObject = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function describe(fault: unknown): string | undefined {
  if (!isObject(fault)) return undefined;
  const extensions = isObject(fault['extensions']) ? fault['extensions'] : {};
  return [extensions['code'], fault['message']].filter((part) => typeof part === 'string').join(': ');
}
