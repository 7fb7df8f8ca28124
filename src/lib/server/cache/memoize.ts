import { serialize } from 'node:v8';
import type { Database } from '../database/open.ts';
import { loadingCache, type LoadingCache } from './loading-cache.ts';

/**
 * Returns a cache of what is read from a database. A key must name everything that the value
 * depends on, since a value is never read again under its key. Values must be plain data, and not
 * be changed.
 */
export function memoize<Value extends object>(limits: { entries: number; bytes: number }) {
  const byDatabase = new WeakMap<Database, LoadingCache<Value>>();
  return (
    database: Database,
    key: string,
    read: () => Promise<Value | null>
  ): Promise<Value | null> => {
    let cache = byDatabase.get(database);
    if (!cache) byDatabase.set(database, (cache = loadingCache<Value>({ ...limits, sizeOf })));
    return cache(key, read);
  };
}

/** Returns about how many bytes plain data takes in memory: its strings are most of it. */
const sizeOf = (value: object) => serialize(value).byteLength;
