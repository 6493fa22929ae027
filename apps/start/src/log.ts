let last = Date.now();

/** Writes one line of the one log. */
export function say(line: string): void {
  last = Date.now();
  console.log(line);
}

/** Says something whenever nothing was said for eight seconds, until the returned function is called. */
export function keepTalking(doing: () => string): () => void {
  const started = Date.now();
  const beat = setInterval(() => {
    if (Date.now() - last >= 8000) say(`… ${doing()} (${Math.round((Date.now() - started) / 1000)} s)`);
  }, 1000);
  return () => clearInterval(beat);
}
