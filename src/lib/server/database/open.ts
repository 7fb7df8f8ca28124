import { drizzle as drizzlePGlite } from 'drizzle-orm/pglite';
import { migrate as migratePGlite } from 'drizzle-orm/pglite/migrator';
import { drizzle as drizzlePostgres } from 'drizzle-orm/postgres-js';
import { migrate as migratePostgres } from 'drizzle-orm/postgres-js/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import postgres from 'postgres';
import { lockDirectory } from './lock.ts';
import { openPGlite } from './pglite.ts';
import { preparing, readingAgain } from './preparing.ts';

/** A database or a transaction in it: what queries and actions are given. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;

export type OpenDatabase = {
  database: Database;
  /** Brings the tables up to date with the generated migrations; two at once do it one by one. */
  migrate(): Promise<void>;
  listen: Listen;
  /** Lets go of the files or the connections; nothing may be asked after it. */
  close(): Promise<void>;
};

/**
 * Hears what is notified on the channel, by any process, and gives how to stop. Heard as `null`
 * when the connection was lost and is there again: anything may have been missed.
 */
export type Listen = (
  channel: string,
  heard: (payload: string | null) => void
) => Promise<() => Promise<void>>;

/** Where a database is, and where its migrations lie. */
export type DatabaseAddress = {
  /** PostgreSQL's; null for PGlite in `dataDirectory`. */
  databaseUrl: string | null;
  dataDirectory: string;
  migrationsDirectory: string;
};

/** Columns are snake_case in SQL and camelCase in TypeScript. */
const casing = 'snake_case';

/**
 * Opens PostgreSQL where the address names it, else PGlite in the data directory.
 * Refuses a directory that another process has open (DirectoryInUse).
 */
export async function openDatabase(address: DatabaseAddress): Promise<OpenDatabase> {
  return address.databaseUrl
    ? openPostgres(address.databaseUrl, address.migrationsDirectory)
    : openEmbedded(address.dataDirectory, address.migrationsDirectory);
}

function openPostgres(url: string, migrationsFolder: string): OpenDatabase {
  const client = readingAgain(
    preparing(postgres(url, { onnotice: () => {}, connect_timeout, backoff }))
  );
  const database = drizzlePostgres(client, { casing });
  return {
    database: database as unknown as Database,
    migrate: () => migrateAlone(url, migrationsFolder),
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

/** How long a connection may take to be made before it counts as failed, in seconds. */
const connect_timeout = 5;

/** How long to wait before the next try to connect: longer each time, up to a second. */
const backoff = (tries: number) => Math.min(0.05 * 2 ** tries, 1) * (0.5 + Math.random() / 2);

/** Known to the forum's instances alone among those who use the same server. */
const migrationLock = 5_290_713;

/**
 * Migrates on a connection of its own that holds an advisory lock: of two instances that start at
 * once on a new database the second waits, and finds nothing left to do. The lock goes with the
 * connection.
 */
async function migrateAlone(url: string, migrationsFolder: string) {
  const client = postgres(url, { max: 1, onnotice: () => {}, connect_timeout, backoff });
  try {
    await client`select pg_advisory_lock(${migrationLock})`;
    await migratePostgres(drizzlePostgres(client, { casing }), { migrationsFolder });
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function openEmbedded(directory: string, migrationsFolder: string): Promise<OpenDatabase> {
  const unlock = lockDirectory(directory);
  try {
    const client = await openPGlite(`${directory}/pglite`);
    return { ...wrapPGlite(client, migrationsFolder), close: () => client.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A database that lives as long as the process, for tests and for trying things. */
export async function openInMemory(migrationsFolder = 'drizzle'): Promise<OpenDatabase> {
  return wrapPGlite(await openPGlite(null), migrationsFolder);
}

function wrapPGlite(
  client: Awaited<ReturnType<typeof openPGlite>>,
  migrationsFolder: string
): OpenDatabase {
  const database = drizzlePGlite(client, { casing });
  return {
    database: database as unknown as Database,
    migrate: () => migratePGlite(database, { migrationsFolder }),
    listen: (channel, heard) => client.listen(channel, heard),
    close: () => client.close()
  };
}
