/** Keys of households: made at random, kept wrapped by the root key, destroyed to erase. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Where wrapped keys live (table `data_key`). Ids are `<corporation>/<subject>`: a household, or a case without one. */
export interface KeyStore {
  /** The id of the key of a case, named `<corporation>/<case>`; undefined while the house does not know the case. */
  keyOf(caseName: string): Promise<string | undefined>;
  /** The wrapped key, `erased` when it was destroyed, undefined when there never was one. */
  read(id: string): Promise<Uint8Array | 'erased' | undefined>;
  /** Stores a new wrapped key unless there is one; answers the one that counts. */
  create(id: string, wrapped: Uint8Array): Promise<Uint8Array | 'erased'>;
}
export interface Key {
  readonly id: string;
  readonly key: Uint8Array;
}
export interface KeyRing {
  /** The key to encrypt a case's payloads with; made when it does not exist. Undefined when it was destroyed. */
  give(caseName: string): Promise<Key | undefined>;
  /** The key to decrypt with; undefined when it is gone. */
  find(id: string): Promise<Uint8Array | undefined>;
  /** Drops a cached key, after its destruction. */
  forget(id: string): void;
}
/** Encrypts what belongs to no case; it cannot be destroyed, so nothing personal may travel under it. */
export const HOUSE_KEY = 'house';
const CACHED_KEYS = 5_000;
/** Milliseconds after which a key is asked for again: no process outlives a destruction by more. */
const KEPT = 60_000;

/** The newest of so many; what is older falls out. */
class Bounded<V> extends Map<string, V> {
  keep(name: string, value: V): V {
    const oldest = this.keys().next().value;
    if (this.size >= CACHED_KEYS && oldest !== undefined) this.delete(oldest);
    this.set(name, value);
    return value;
  }
}

/** One array of several; Node's Buffer is kept out of the types, because TypeScript tells the two apart. */
function join(...parts: readonly ArrayLike<number>[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  parts.reduce((at, part) => (joined.set(part, at), at + part.length), 0);
  return joined;
}
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** AES-256-GCM; the bound data are authenticated with the text. Output: nonce (12), tag (16), cipher text. */
export function seal(key: Uint8Array, bound: string, text: Uint8Array): Uint8Array {
  const nonce = join(randomBytes(12));
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(utf8(bound));
  const body = join(cipher.update(text), cipher.final());
  return join(nonce, cipher.getAuthTag(), body);
}

/** The reverse of `seal`; throws when key, bound data or a single bit differ. */
export function open(key: Uint8Array, bound: string, sealed: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12)).setAAD(utf8(bound));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return join(decipher.update(sealed.subarray(28)), decipher.final());
}

/** Keys by id with a small cache in front of the store. `rootKey` is 32 bytes; `now` counts milliseconds. */
export function keyRing(rootKey: Uint8Array, store: KeyStore, now: () => number = Date.now): KeyRing {
  const keys = new Bounded<{ readonly key: Uint8Array; readonly until: number }>();
  const names = new Bounded<string>();
  const house = new Uint8Array(hkdfSync('sha256', rootKey, '', 'thuisreis/house', 32));
  const remember = (id: string, wrapped: Uint8Array): Uint8Array =>
    keys.keep(id, { key: open(rootKey, id, wrapped), until: now() + KEPT }).key;
  const find = async (id: string): Promise<Uint8Array | undefined> => {
    if (id === HOUSE_KEY) return house;
    const known = keys.get(id);
    if (known && known.until > now()) return known.key;
    keys.delete(id);
    const wrapped = await store.read(id);
    return wrapped === undefined || wrapped === 'erased' ? undefined : remember(id, wrapped);
  };
  // Without a row of the case nothing is kept: its starter may be about to write it.
  const idFor = async (caseName: string): Promise<string> => {
    if (caseName === HOUSE_KEY) return HOUSE_KEY;
    const known = names.get(caseName) ?? (await store.keyOf(caseName));
    return known === undefined ? caseName : names.keep(caseName, known);
  };
  const give = async (caseName: string): Promise<Key | undefined> => {
    const id = await idFor(caseName);
    const known = await find(id);
    if (known) return { id, key: known };
    const winner = await store.create(id, seal(rootKey, id, join(randomBytes(32))));
    return winner === 'erased' ? undefined : { id, key: remember(id, winner) };
  };
  return { find, give, forget: (id) => void keys.delete(id) };
}

/** A store in memory, for tools that read recorded histories and for tests. */
export function keysInMemory(entries: Iterable<readonly [string, Uint8Array | 'erased']> = []): KeyStore {
  const keys = new Map(entries);
  return {
    keyOf: async (caseName) => caseName,
    read: async (id) => keys.get(id),
    create: async (id, wrapped) => {
      const winner = keys.get(id) ?? wrapped;
      keys.set(id, winner);
      return winner;
    },
  };
}
