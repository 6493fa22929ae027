/** What must hold of every walk through every template. Seeds are printed by fast-check on failure. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { engine, laws } from './testing/laws.js';

/** A law that cannot fail is none: the broken engine must be caught, by the first counterexample. */
function fails(run: () => void): void {
  fc.configureGlobal({ endOnFailure: true });
  expect(run).toThrow();
  fc.configureGlobal({});
}

describe('of every walk through every template', () => {
  for (const { says, holds, unless, broken } of laws) {
    test(says, () => holds(engine), 120_000);
    test(`${says}: unless ${unless}`, () => fails(() => holds({ ...engine, ...broken })), 120_000);
  }
});
