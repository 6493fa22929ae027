/** Keys of cases: made at random, kept wrapped by the root key, destroyed to erase. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Where wrapped keys live (table `data_key`). Ids are `<corporation>/<case>`. */
export interface KeyStore {
  /** The wrapped key, `erased` when it was destroyed, undefined when there never was one. */
  read(id: string): Promise<Uint8Array | 'erased' | undefined>;
  /** Stores a new wrapped key unless there is one; answers the one that counts. */
  create(id: string, wrapped: Uint8Array): Promise<Uint8Array | 'erased'>;
}
export interface KeyRing {
  /** The key to encrypt with; made when it does not exist. Undefined when it was destroyed. */
  give(id: string): Promise<Uint8Array | undefined>;
  /** The key to decrypt with; undefined when it is gone. */
  find(id: string): Promise<Uint8Array | undefined>;
  /** Drops a cached key, after its destruction. */
  forget(id: string): void;
}
/** Encrypts what belongs to no case; it cannot be destroyed, so nothing personal may travel under it. */
export const HOUSE_KEY = 'house';
const CACHED_KEYS = 5_000;

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

/** Keys by id with a small cache in front of the store. `rootKey` is 32 bytes. */
export function keyRing(rootKey: Uint8Array, store: KeyStore): KeyRing {
  const cache = new Map<string, Uint8Array>();
  const house = new Uint8Array(hkdfSync('sha256', rootKey, '', 'thuisreis/house', 32));
  const remember = (id: string, wrapped: Uint8Array): Uint8Array => {
    const key = open(rootKey, id, wrapped);
    if (cache.size >= CACHED_KEYS) cache.delete(cache.keys().next().value as string);
    cache.set(id, key);
    return key;
  };
  const find = async (id: string): Promise<Uint8Array | undefined> => {
    if (id === HOUSE_KEY) return house;
    const known = cache.get(id);
    if (known) return known;
    const wrapped = await store.read(id);
    return wrapped === undefined || wrapped === 'erased' ? undefined : remember(id, wrapped);
  };
  const give = async (id: string): Promise<Uint8Array | undefined> => {
    const known = await find(id);
    if (known) return known;
    const winner = await store.create(id, seal(rootKey, id, join(randomBytes(32))));
    return winner === 'erased' ? undefined : remember(id, winner);
  };
  return { find, give, forget: (id) => void cache.delete(id) };
}

/** A store in memory, for tools that read recorded histories and for tests. */
export function keysInMemory(entries: Iterable<readonly [string, Uint8Array | 'erased']> = []): KeyStore {
  const keys = new Map(entries);
  return {
    read: async (id) => keys.get(id),
    create: async (id, wrapped) => {
      const winner = keys.get(id) ?? wrapped;
      keys.set(id, winner);
      return winner;
    },
  };
}
