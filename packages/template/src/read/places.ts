import type { Place } from '../finding.js';

/** Turns offsets of a text into lines and columns, both from 1; columns count UTF-16 units. */
export function placesOf(text: string): (offset: number) => Place {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 - (low === 0 ? mark : 0) };
  };
}
