import { useQuery } from '@tanstack/react-query';
import { meDocument } from '../graphql/documents.js';
import { ask, Refused } from '../graphql/ask.js';

/** Who is signed in; an error with code `signedOut` when nobody is. */
export function useMe() {
  return useQuery({ queryKey: ['me'], queryFn: whoIsThere, staleTime: 60_000, retry: false });
}

/** Asks first whether anybody is signed in: being signed out is no failed request. */
async function whoIsThere() {
  const response = await fetch('/session').catch(() => undefined);
  if (!response?.ok) throw new Refused('offline');
  const { signedIn } = (await response.json()) as { signedIn: boolean };
  if (!signedIn) throw new Refused('signedOut');
  return ask(meDocument, {});
}

export interface DemoPerson {
  readonly login: string;
  readonly name: string;
  readonly corporation: string;
  readonly role: string;
}

/** The demo's people; none outside demo mode. */
export async function demoPeople(): Promise<readonly DemoPerson[]> {
  const response = await fetch('/demo/people').catch(() => undefined);
  if (!response?.ok || !response.headers.get('content-type')?.includes('json')) return [];
  const people: unknown = await response.json();
  return Array.isArray(people) ? (people as DemoPerson[]) : [];
}

/** Ends the session at the server and starts afresh, so nothing of this person stays in memory. */
export async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST', headers: { 'x-thuisreis': '1' }, redirect: 'manual' });
  window.location.assign('/');
}
