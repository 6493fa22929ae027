/**
 * The net below every function: only a state or a birth that no step ever made gets so far, for events are checked by
 * their shape. It is answered as a whole, because nothing in it can be trusted.
 */
export function answered<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
