/** Carries effects out, each once by its key; those that leave the house wait, so that an undo is an event and nothing was sent. */
import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Effect, Event, State } from '@thuisreis/engine';
import type { Activities } from './activities.js';
import { present } from './journey.js';
import type { PendingEffect } from './messages.js';

const LEAVES_THE_HOUSE: ReadonlySet<Effect['type']> = new Set(['letter', 'survey', 'offer', 'service']);
export const GRACE = 10_000;

export class Effects {
  private readonly pending = new Map<string, PendingEffect>();
  private readonly waiting = new Set<string>();

  constructor(
    private readonly name: { readonly corporation: string; readonly case: string },
    private readonly report: (event: Event) => void,
  ) {}

  /** Starts effects; those carried over from an earlier run keep the moment they came from. */
  begin(effects: readonly Effect[], since = present()): void {
    for (const effect of effects) {
      this.pending.set(effect.key, { effect, since });
      void this.carryOut(effect, since);
    }
  }

  /** After an undo: whatever came after the restored state and still waits is never sent. */
  withdraw(restored: State | undefined): void {
    const revision = restored?.revision ?? Number.POSITIVE_INFINITY;
    for (const key of this.waiting) {
      if (Number(key.split(':')[0]) > revision) this.pending.delete(key);
    }
  }

  get idle(): boolean {
    return this.pending.size === 0;
  }

  /** Those without a report yet, for the next run. */
  carry(): readonly PendingEffect[] {
    return [...this.pending.values()];
  }

  private async carryOut(effect: Effect, since: string): Promise<void> {
    if (LEAVES_THE_HOUSE.has(effect.type)) await this.grace(effect.key, since);
    if (!this.pending.has(effect.key)) return;
    const event = await this.activityFor(effect.key)({ ...this.name, effect });
    this.pending.delete(effect.key);
    if (event) this.report(event);
  }

  private async grace(key: string, since: string): Promise<void> {
    const left = Date.parse(since) + GRACE - Date.now();
    if (left <= 0) return;
    this.waiting.add(key);
    await sleep(left);
    this.waiting.delete(key);
  }

  /** The activity's id names the effect, so that receivers can tell a repetition. */
  private activityFor(key: string): Activities['performEffect'] {
    return proxyActivities<Pick<Activities, 'performEffect'>>({
      activityId: `${this.name.case}:${key}`,
      startToCloseTimeout: '1 minute',
      retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '1 hour' },
    }).performEffect;
  }
}
