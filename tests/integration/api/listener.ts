/** One stream of `/events`, as a browser hears it. */
export class Listener {
  private readonly stopper = new AbortController();
  private constructor(readonly status: number) {}
  /** Each block with the instant at which it came. */
  readonly heard: { at: number; text: string }[] = [];
  ended = false;

  static async open(url: string, cookie: string | undefined): Promise<Listener> {
    const stopper = new AbortController();
    const headers = cookie === undefined ? {} : { cookie };
    const answer = await fetch(url, { headers, signal: stopper.signal });
    const listener = new Listener(answer.status);
    listener.stopper.signal.addEventListener('abort', () => stopper.abort());
    if (answer.ok && answer.body) void listener.listen(answer.body);
    return listener;
  }

  private async listen(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    try {
      for await (const part of body) {
        const blocks = (rest + Buffer.from(part).toString()).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const text of blocks) this.heard.push({ at: Date.now(), text });
      }
    } catch {
      // The server may also end it roughly.
    }
    this.ended = true;
  }

  get events(): string[] {
    return this.heard.map(({ text }) => text).filter((text) => !text.startsWith(':'));
  }

  /** Waits until something is so; answers how long it took, in milliseconds. */
  async until(isSo: () => boolean, patience = 20_000): Promise<number> {
    const begun = Date.now();
    while (!isSo()) {
      if (Date.now() - begun > patience) throw new Error(`Not so within ${patience} ms: ${JSON.stringify(this.heard)}`);
      await new Promise((wake) => setTimeout(wake, 50));
    }
    return Date.now() - begun;
  }

  close(): void {
    this.stopper.abort();
  }
}
