/** One durable timer for the earliest deadline of a case. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import { nextDeadline } from '@thuisreis/engine';
import type { Journey } from './journey.js';

/** How long to wait before a deadline that the core refused to fire is tried again. */
const AGAIN_AFTER = 60_000;

export class Timers {
  private armed: { readonly at: number; readonly scope: CancellationScope } | undefined;

  constructor(
    private readonly journey: Journey,
    private readonly fired: () => void,
  ) {}

  /** Re-arms only when the earliest deadline moved earlier; a timer that is too early just looks again. */
  look(notBefore = 0): void {
    const next = this.journey.state.ended ? undefined : nextDeadline(this.journey.state);
    if (!next) return;
    const at = Math.max(Date.parse(next.at), notBefore);
    if (this.armed && this.armed.at <= at) return;
    this.disarm();
    const scope = new CancellationScope();
    this.armed = { at, scope };
    scope.run(() => this.wait(at)).catch(onlyCancellation);
  }

  /** Cancels the timer: before the next run, and at the end. */
  disarm(): void {
    const { armed } = this;
    this.armed = undefined;
    armed?.scope.cancel();
  }

  private async wait(at: number): Promise<void> {
    await sleep(Math.max(1, at - Date.now()));
    this.armed = undefined;
    this.look(this.fireDue() ? 0 : Date.now() + AGAIN_AFTER);
  }

  /** Fires everything that is due, earliest first; false when the core refused one. */
  private fireDue(): boolean {
    for (;;) {
      const next = nextDeadline(this.journey.state);
      if (!next || Date.parse(next.at) > Date.now()) return true;
      const outcome = this.journey.apply({ type: 'timer', clock: next.clock });
      if ('refusals' in outcome) return false;
      this.fired();
    }
  }
}

function onlyCancellation(error: unknown): void {
  if (!isCancellation(error)) throw error;
}
