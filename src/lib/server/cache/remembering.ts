import { serialize } from 'node:v8';
import type { Database } from '../database/open.ts';
import { sharedCache, type SharedCache } from './shared-cache.ts';

/**
 * Remembers what was read under a key that names the activity it was read at, so that it is true
 * for ever; the least used is let go when there are so many entries or bytes. Who asks while it
 * is being read waits for it. What is read must be plain data.
 */
export function remembering<Value extends object>(limits: { entries: number; bytes: number }) {
  const byDatabase = new WeakMap<Database, SharedCache<Value>>();
  return (
    database: Database,
    key: string,
    read: () => Promise<Value | null>
  ): Promise<Value | null> => {
    let cache = byDatabase.get(database);
    if (!cache) byDatabase.set(database, (cache = sharedCache<Value>({ ...limits, sizeOf })));
    return cache(key, read);
  };
}

/** About what plain data takes in memory: its strings are most of it. */
const sizeOf = (value: object) => serialize(value).byteLength;
