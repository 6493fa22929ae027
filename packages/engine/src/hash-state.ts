/** The hash by which workflow and replica see that they agree. It detects divergence; it protects nothing. */
import type { State } from './types.js';

/** Bound once: in a sandbox a look at a global may pass an interceptor, and this loop runs over every character. */
const { imul } = Math;
const { stringify } = JSON;
const { isArray } = Array;
const keysOf = Object.keys;

/** JSON with sorted keys; an undefined value counts as absent, exactly as in JSON itself. */
export function canonicalJson(value: unknown): string {
  if (isArray(value)) return `[${value.map((part) => canonicalJson(part ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return stringify(value) ?? 'null';
  const map = value as { readonly [key: string]: unknown };
  const keys = keysOf(map).filter((key) => map[key] !== undefined);
  return `{${keys
    .sort()
    .map((key) => `${stringify(key)}:${canonicalJson(map[key])}`)
    .join(',')}}`;
}

/** 64 bits as 16 hexadecimal digits: two FNV-1a lanes of 32 bits with different offsets, mixed at the end. */
export function hashState(state: State): string {
  const text = canonicalJson(state);
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    low = imul(low ^ unit, 0x01000193);
    high = imul(high ^ unit, 0x5bd1e995) ^ (high >>> 15);
  }
  return hex(mix(high ^ low)) + hex(mix(low));
}
const mix = (lane: number): number => {
  const first = imul(lane ^ (lane >>> 16), 0x85ebca6b);
  const second = imul(first ^ (first >>> 13), 0xc2b2ae35);
  return second ^ (second >>> 16);
};
const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
