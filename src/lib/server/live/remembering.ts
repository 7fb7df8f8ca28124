import type { Database } from '../database/open.ts';

/**
 * Remembers what was read under a key that names the activity it was read at, so that it is true
 * for ever; the least used is let go. Who asks while it is being read waits for it.
 */
export function remembering<Value>(most: number) {
  const byDatabase = new WeakMap<Database, Map<string, Promise<Value>>>();
  return (database: Database, key: string, read: () => Promise<Value>): Promise<Value> => {
    let known = byDatabase.get(database);
    if (!known) byDatabase.set(database, (known = new Map()));
    const value = known.get(key) ?? read();
    known.delete(key);
    known.set(key, value);
    value.catch(() => known.delete(key));
    const oldest = known.size > most ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return value;
  };
}
