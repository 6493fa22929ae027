/** Lets the database follow the steps nobody asked for: one activity at a time, each with the whole tail. */
import { condition, proxyActivities } from '@temporalio/workflow';
import type { Activities } from './activities.js';
import type { Journey } from './journey.js';

const { project } = proxyActivities<Pick<Activities, 'project'>>({
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

export class Projector {
  private running = false;
  private wanted = false;

  constructor(
    private readonly journey: Journey,
    private readonly name: { readonly corporation: string; readonly case: string },
    public parked: boolean,
  ) {}

  /** Asks for a projection; steps that come while one runs share the next. */
  want(): void {
    this.wanted = true;
    if (!this.running && !this.parked) void this.run();
  }

  /** Waits until the database has the whole tail, or has parked the case. */
  async flush(): Promise<void> {
    if (this.journey.tail.length > 0) this.want();
    await condition(() => !this.running);
  }

  /** A person has repaired the row: try again. */
  unpark(): void {
    this.parked = false;
    if (this.journey.tail.length > 0) this.want();
  }

  /** True when nothing is under way and nothing is left to do. */
  get settled(): boolean {
    return !this.running && (this.parked || this.journey.tail.length === 0);
  }

  private async run(): Promise<void> {
    this.running = true;
    while (this.wanted && !this.parked && this.journey.tail.length > 0) {
      this.wanted = false;
      const tail = this.journey.tail;
      const last = tail.at(-1)?.revision ?? 0;
      const result = await project({ ...this.name, tail });
      if (result === 'parked') this.parked = true;
      else this.journey.cut(last);
    }
    this.running = false;
  }
}
