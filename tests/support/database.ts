import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';

import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import type { Configuration } from '#lib/server/access/configuration.ts';
import { openDatabase, type OpenDatabase } from '#lib/server/database/open.ts';

/** A database of the test's own, migrated and empty, and how to be rid of it. */
export type TestDatabase = OpenDatabase & { configuration: Configuration };

/** One that another process can be given to open. */
export type ReleasedDatabase = TestDatabase & {
  /** Lets go of its files; `close` then only removes them. PostgreSQL is shared as it is. */
  release(): Promise<void>;
};

/**
 * Opens a migrated, empty database: a new one on the server of TEST_DATABASE_URL where that is
 * set, else PGlite on a copy of a template directory (initdb takes seconds, a copy a part of one).
 */
export async function openTestDatabase(): Promise<ReleasedDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? openOnServer(server) : openOnCopy();
}

const base = { migrationsDirectory: 'drizzle', minHearingDays: 14, demo: false, limits: 1 };

async function openOnServer(server: string): Promise<ReleasedDatabase> {
  const name = `lydhoer_test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const configuration = { ...base, databaseUrl: url.href, dataDirectory: '' };
  const open = await openDatabase(configuration);
  await open.migrate();
  return {
    ...open,
    configuration,
    release: async () => {},
    async close() {
      await open.close();
      await administer(server, `drop database ${name} with (force)`);
    }
  };
}

async function administer(server: string, statement: string) {
  const client = postgres(server, { max: 1, onnotice: () => {} });
  await client.unsafe(statement);
  await client.end();
}

async function openOnCopy(): Promise<ReleasedDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'lydhoer-test-'));
  await cp(await templateDirectory(), directory, { recursive: true });
  const configuration = { ...base, databaseUrl: null, dataDirectory: directory };
  const open = await openDatabase(configuration);
  let isOpen = true;
  const release = async () => {
    if (isOpen) await open.close();
    isOpen = false;
  };
  return {
    ...open,
    configuration,
    release,
    async close() {
      await release();
      await rm(directory, { recursive: true, force: true });
    }
  };
}

/** Returns a migrated, empty data directory, which is made once for each state of the migrations. */
async function templateDirectory(): Promise<string> {
  const template = join(tmpdir(), `lydhoer-template-${migrationsDigest()}`);
  if (await exists(template)) return template;
  const directory = await mkdtemp(join(tmpdir(), 'lydhoer-template-'));
  const open = await openDatabase({ ...base, databaseUrl: null, dataDirectory: directory });
  await open.migrate();
  await open.close();
  await rename(directory, template).catch(() => rm(directory, { recursive: true }));
  return template;
}

const exists = (directory: string) =>
  readdir(directory).then(
    () => true,
    () => false
  );

function migrationsDigest(): string {
  const digest = createHash('sha256').update(process.version);
  for (const file of readdirSync('drizzle')
    .filter((name) => name.endsWith('.sql'))
    .sort())
    digest.update(readFileSync(join('drizzle', file)));
  return digest.digest('hex').slice(0, 16);
}
