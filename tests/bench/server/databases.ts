import { execFileSync, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';

/** An empty database to measure on, with the function that removes it. */
export type Measured = {
  name: string;
  /** The environment variables of the forum. */
  environment: Record<string, string>;
  /** The address of PostgreSQL; null for PGlite. */
  url: string | null;
  dataDirectory: string;
  end(): Promise<void>;
};

export async function onPGlite(): Promise<Measured> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'lydhoer-bench-'));
  const end = () => rm(dataDirectory, { recursive: true });
  return { name: 'PGlite, with fsync', environment: {}, url: null, dataDirectory, end };
}

/** Returns a new database on TEST_DATABASE_URL or on a server of our own; null if there is neither. */
export async function onPostgres(): Promise<Measured | null> {
  const server = process.env.TEST_DATABASE_URL
    ? { address: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startCluster();
  if (!server) return null;
  const database = `lydhoer_bench_${process.pid}`;
  const [told] = await administer(
    server.address,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync`
  );
  await administer(server.address, `create database ${database}`);
  const url = new URL(server.address);
  url.pathname = `/${database}`;
  return {
    name: `PostgreSQL ${told!.version}, fsync ${told!.fsync}`,
    environment: { DATABASE_URL: url.href },
    url: url.href,
    dataDirectory: '',
    async end() {
      await administer(server.address, `drop database ${database} with (force)`);
      await server.stop();
    }
  };
}

async function administer(address: string, statement: string) {
  const client = postgres(address, { max: 1, onnotice: () => {} });
  const rows = await client.unsafe(statement);
  await client.end();
  return rows;
}

/** A port that neither people nor tests use. */
const port = 54398;

/** Starts PostgreSQL; as root, by its own user, since it refuses to run as root. */
async function startCluster() {
  const bin = globSync('/usr/lib/postgresql/*/bin').sort().at(-1);
  if (!bin) return null;
  const isRoot = process.getuid?.() === 0;
  const data = await mkdtemp(join(tmpdir(), 'lydhoer-cluster-'));
  const run = (command: string) =>
    isRoot
      ? execFileSync('su', ['postgres', '-s', '/bin/sh', '-c', command])
      : execFileSync('sh', ['-c', command]);
  if (isRoot) {
    const { stdout } = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' });
    await chown(data, Number(stdout), -1);
    await chmod(data, 0o700);
  }
  run(`${bin}/initdb -D ${data} -A trust -U postgres -E UTF8 --locale=C.UTF-8`);
  const options = `-p ${port} -k ${data} -c listen_addresses=127.0.0.1`;
  run(`${bin}/pg_ctl -D ${data} -o '${options}' -l ${data}/log -w start`);
  return {
    address: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      run(`${bin}/pg_ctl -D ${data} -m fast -w stop`);
      await rm(data, { recursive: true });
    }
  };
}
