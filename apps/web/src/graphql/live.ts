import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Refetches what is shown when the server says that something changed; the stream itself carries no data. */
export function useLive(path: string | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!path) return undefined;
    const stream = new EventSource(path);
    stream.addEventListener('changed', () => void queries.invalidateQueries());
    return () => stream.close();
  }, [path, queries]);
}

export function casesPath(ids: readonly string[]): string | undefined {
  return ids.length > 0 ? `/events?cases=${ids.map(encodeURIComponent).join(',')}` : undefined;
}
