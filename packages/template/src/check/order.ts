import { listIn, mapIn } from './raw.js';
import type { Path } from './report.js';

/** Where two places stand to one another in the file: negative when the first one comes first. */
export function inFileOrder(value: unknown, a: Path, b: Path): number {
  const [first, ...restA] = a;
  const [second, ...restB] = b;
  if (first === undefined || second === undefined) return a.length - b.length;
  if (first === second) return inFileOrder(listIn(value)[Number(first)] ?? mapIn(value)[first], restA, restB);
  if (Array.isArray(value)) return Number(first) - Number(second);
  const keys = Object.keys(mapIn(value));
  return keys.indexOf(String(first)) - keys.indexOf(String(second));
}
