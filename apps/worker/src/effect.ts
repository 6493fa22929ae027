/** Carries one effect out. What needs a partner, a letter or an allocation that this house does not have yet waits with people. */
import type { Event } from '@thuisreis/engine';
import type { EffectRequest } from '@thuisreis/workflows';
import { counted } from './health.js';
import { log } from './log.js';

/** Answers the event that the effect reports at once, or null. */
export async function performEffect({ corporation, case: id, effect }: EffectRequest): Promise<Event | null> {
  counted.effects.inc({ type: effect.type });
  log.info({ corporation, case: id, key: effect.key, effect: effect.type }, 'effect');
  return null;
}
