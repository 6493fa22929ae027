import type { Event } from '@thuisreis/engine';
import type { EffectRequest } from '@thuisreis/workflows';
import { ApplicationFailure } from '@temporalio/activity';
import { counted } from './health.js';
import { log } from './log.js';

/**
 * Carries one effect out and answers the event that it reports at once, or null. No receiver stands here yet, so every
 * effect is kept: the failure makes Temporal try again, at most once an hour, until a worker that knows the receiver
 * takes it. To answer that it was done would lose it for good.
 */
export async function performEffect({ corporation, case: id, effect }: EffectRequest): Promise<Event | null> {
  counted.effects.inc({ type: effect.type });
  log.warn({ corporation, case: id, key: effect.key, effect: effect.type }, 'effect waits for its receiver');
  throw ApplicationFailure.retryable(`no receiver for ${effect.type} yet`, 'noReceiver');
}
