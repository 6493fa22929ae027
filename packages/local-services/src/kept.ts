import { setTimeout as pause } from 'node:timers/promises';
import type { Log, Program } from './program.js';

/** Milliseconds a program has to live before its next end counts as a first one. */
const HEALTHY = 10_000;
const LONGEST_PAUSE = 4_000;

export interface KeptOptions<P extends Program> {
  readonly name: string;
  /** Starts it; called again after every end that nobody asked for, with the same ports each time. */
  readonly launch: () => P | Promise<P>;
  readonly log: Log;
  /** Told after each new start, when there is another pid. */
  readonly changed: () => void;
}

/** A program that is started again whenever it ends by itself: at once, and slower while it keeps on failing. */
export class Kept<P extends Program> {
  private stopping = false;
  private wake = new AbortController();
  private watching: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: KeptOptions<P>,
    private program: P,
  ) {}

  /** A first start that fails is the caller's to tell; only later ones are tried again. */
  static async start<P extends Program>(options: KeptOptions<P>): Promise<Kept<P>> {
    const kept = new Kept(options, await options.launch());
    kept.watching = kept.watch();
    return kept;
  }

  get now(): P {
    return this.program;
  }

  private async watch(): Promise<void> {
    for (let failures = 0; ;) {
      const since = Date.now();
      const how = await this.program.ended;
      if (this.stopping) return;
      const { name, log, changed } = this.options;
      failures = Date.now() - since > HEALTHY ? 0 : failures + 1;
      log(`${name} ended (${how}); starting it again`);
      if (failures > 1) await this.rest(failures);
      if (!(await this.again())) return;
      changed();
    }
  }

  /** Gives whether it runs again; false once we are to stop. */
  private async again(): Promise<boolean> {
    for (let failures = 0; !this.stopping; failures += 1) {
      try {
        this.program = await this.options.launch();
        if (this.stopping) await this.program.stop();
        return !this.stopping;
      } catch (error) {
        this.options.log(`${this.options.name} did not start: ${error instanceof Error ? error.message : error}`);
        await this.rest(failures);
      }
    }
    return false;
  }

  private rest(failures: number): Promise<void> {
    const length = Math.min(200 * 2 ** failures, LONGEST_PAUSE);
    return pause(length, undefined, { signal: this.wake.signal }).catch(() => undefined);
  }

  /** Ends it for good. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake.abort();
    await this.program.stop();
    await this.watching;
  }
}
