import { LRUCache } from 'lru-cache';

/** What a cache may hold at most: so many entries, and so many bytes as `sizeOf` tells them. */
export type CacheLimits<Value> = {
  entries: number;
  bytes: number;
  sizeOf: (value: Value) => number;
};

/** Gives the value kept under the key, or makes it; null is given and not kept. */
export type SharedCache<Value> = (
  key: string,
  make: () => Promise<Value | null>
) => Promise<Value | null>;

/**
 * Keeps what was made under a key, and lets the least used go when a limit is reached. A value
 * that is larger than the cache is given and not kept. Who asks while a value is being made waits
 * for it; where making it fails, all who wait are told, and the next makes it again.
 */
export function sharedCache<Value extends object>(limits: CacheLimits<Value>): SharedCache<Value> {
  const { entries, bytes, sizeOf } = limits;
  const kept = new LRUCache<string, Value>({
    max: entries,
    maxSize: bytes,
    sizeCalculation: (value, key) => key.length + sizeOf(value)
  });
  const underWay = new Map<string, Promise<Value | null>>();
  return async (key, make) => {
    const known = kept.get(key) ?? underWay.get(key);
    if (known) return known;
    const made = Promise.resolve()
      .then(make)
      .then((value) => {
        if (value) kept.set(key, value);
        return value;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, made);
    return made;
  };
}
