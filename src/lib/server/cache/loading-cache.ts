import { LRUCache } from 'lru-cache';

/** The most that a cache holds. `sizeOf` returns the bytes of a value. */
export type CacheLimits<Value> = {
  entries: number;
  bytes: number;
  sizeOf: (value: Value) => number;
};

/** Returns the value under the key, or makes and keeps it. Null is returned and not kept. */
export type LoadingCache<Value> = (
  key: string,
  make: () => Promise<Value | null>
) => Promise<Value | null>;

/**
 * Returns a cache that removes the least recently used values beyond its limits. A value larger
 * than the cache is returned and not kept. Callers who ask for a value while it is being made wait
 * for it; if making it fails, all of them fail, and the next caller makes it again.
 */
export function loadingCache<Value extends object>(
  limits: CacheLimits<Value>
): LoadingCache<Value> {
  const { entries, bytes, sizeOf } = limits;
  const values = new LRUCache<string, Value>({
    max: entries,
    maxSize: bytes,
    sizeCalculation: (value, key) => key.length + sizeOf(value)
  });
  const pending = new Map<string, Promise<Value | null>>();
  return async (key, make) => {
    const known = values.get(key) ?? pending.get(key);
    if (known) return known;
    const made = Promise.resolve()
      .then(make)
      .then((value) => {
        if (value) values.set(key, value);
        return value;
      })
      .finally(() => pending.delete(key));
    pending.set(key, made);
    return made;
  };
}
