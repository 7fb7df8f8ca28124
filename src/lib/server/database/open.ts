import { drizzle as drizzlePGlite } from 'drizzle-orm/pglite';
import { migrate as migratePGlite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { lockDirectory } from './directory-lock.ts';
import { openPGlite } from './pglite.ts';
import { withPreparedStatements, withRetriedReads } from './postgres-client.ts';

/** A database, or a transaction in it. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

export type OpenDatabase = {
  database: Database;
  /** Runs the migrations that are missing; two processes at once run them one after the other. */
  migrate(): Promise<void>;
  listen: Listen;
  /** Closes the files or the connections; no query may follow. */
  close(): Promise<void>;
};

/**
 * Calls `heard` with what any process notifies on the channel, and with null after a lost
 * connection has been restored, since notifications may have been missed. Returns a function that
 * stops listening.
 */
export type Listen = (
  channel: string,
  heard: (payload: string | null) => void
) => Promise<() => Promise<void>>;

/** Where the database is, and where its migrations are. */
export type DatabaseAddress = {
  /** PostgreSQL's address; null for PGlite in `dataDirectory`. */
  databaseUrl: string | null;
  dataDirectory: string;
  migrationsDirectory: string;
};

/** Columns are snake_case in SQL and camelCase in TypeScript. */
const casing = 'snake_case';

/**
 * Opens PostgreSQL if the address names it, else PGlite in the data directory. Throws
 * DirectoryInUse if another process has the directory open.
 */
export async function openDatabase(address: DatabaseAddress): Promise<OpenDatabase> {
  return address.databaseUrl
    ? openPostgres(address.databaseUrl, address.migrationsDirectory)
    : openPGliteDatabase(address.dataDirectory, address.migrationsDirectory);
}

function openPostgres(url: string, migrationsFolder: string): OpenDatabase {
  const client = withRetriedReads(
    withPreparedStatements(postgres(url, { onnotice: () => {}, connect_timeout, backoff }))
  );
  const database = drizzlePostgres(client, { casing });
  return {
    database: database as unknown as Database,
    migrate: () => migrateWithLock(url, migrationsFolder),
    async listen(channel, heard) {
      let isFirst = true;
      const again = () => {
        if (!isFirst) heard(null);
        isFirst = false;
      };
      const { unlisten } = await client.listen(channel, heard, again);
      return unlisten;
    },
    close: () => client.end({ timeout: 5 })
  };
}

/** Seconds that connecting may take before it counts as failed. */
const connect_timeout = 5;

/** Returns the seconds to wait before the next try to connect: longer each time, up to a second. */
const backoff = (tries: number) => Math.min(0.05 * 2 ** tries, 1) * (0.5 + Math.random() / 2);

/** An arbitrary key that no other program on the server should use. */
const migrationLock = 5_290_713;

/**
 * Runs the migrations on a connection that holds an advisory lock, so that of two instances
 * starting at once the second waits and finds nothing left to do. The lock ends with the
 * connection.
 */
async function migrateWithLock(url: string, migrationsFolder: string) {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout, backoff });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await migratePostgres(drizzlePostgres(client, { casing }), { migrationsFolder });
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function openPGliteDatabase(
  directory: string,
  migrationsFolder: string
): Promise<OpenDatabase> {
  const unlock = lockDirectory(directory);
  try {
    const client = await openPGlite(`${directory}/pglite`);
    const database = drizzlePGlite(client, { casing });
    return {
      database: database as unknown as Database,
      migrate: () => migratePGlite(database, { migrationsFolder }),
      listen: (channel, heard) => client.listen(channel, heard),
      close: () => client.close().finally(unlock)
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
