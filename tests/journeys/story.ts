import type { Household } from './household.js';

/** One sentence of a story: what is said, and what is done or seen. */
interface Sentence {
  readonly said: string;
  readonly act: (one: Household) => unknown;
}
interface Beginning {
  readonly said: string;
  readonly make: () => Household;
}
export const given = (said: string, make: () => Household): Beginning => ({ said: `given ${said}`, make });
export const when = (said: string, act: Sentence['act']): Sentence => ({ said: `when ${said}`, act });
export const then = (said: string, look: Sentence['act']): Sentence => ({ said: `then ${said}`, act: look });

/** A test in sentences; when one does not hold, the story is told as far as it went. */
export const story =
  (beginning: Beginning, ...sentences: readonly Sentence[]): (() => void) =>
  () => {
    const told = [beginning.said];
    const tell = <T>(act: () => T): T => {
      try {
        return act();
      } catch (error) {
        if (error instanceof Error) error.message = `${told.join('\n  ')}\n${error.message}`;
        throw error;
      }
    };
    const one = tell(beginning.make);
    for (const { said, act } of sentences) {
      told.push(said);
      tell(() => act(one));
    }
  };
