import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE = 60_000;

/** Tries again for a minute: Temporal may still be starting beside us, or not know our namespace yet. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + PATIENCE; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    }
  }
}
