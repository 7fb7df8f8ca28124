import { AsyncLocalStorage } from 'node:async_hooks';
import { fdatasyncSync } from 'node:fs';
import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';

/** The extensions that migrations may create; PostgreSQL has them in its contrib package. */
const extensions = { pg_trgm, unaccent };

/**
 * Opens an embedded PostgreSQL in the directory. What it has committed
 * survives kill -9 and a power cut.
 */
export async function openPGlite(directory: string): Promise<PGlite> {
  const client = new GuardedPGlite({ ...durable(directory), extensions });
  await client.waitReady;
  return client;
}

/**
 * Returns options that make PGlite durable. It starts without fsync, and its NodeFS does not sync,
 * so this removes `-F` from its parameters, syncs in NodeFS and has the WAL synced by fsync.
 */
function durable(directory: string): PGliteOptions {
  return {
    fs: new SyncingNodeFS(directory),
    startParams: [
      ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
      '-c',
      'wal_sync_method=fsync'
    ]
  };
}

type EmscriptenOptions = Parameters<NodeFS['init']>[1];
type EmscriptenModule = {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
};

class SyncingNodeFS extends NodeFS {
  override async init(client: PGlite, options: EmscriptenOptions) {
    const { emscriptenOpts } = await super.init(client, options);
    const syncing = (module: unknown) => {
      (module as EmscriptenModule).NODEFS.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fdatasyncSync(stream.nfd);
        return 0;
      };
    };
    const preRun = [...(emscriptenOpts.preRun ?? []), syncing];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } as EmscriptenOptions };
  }
}

/**
 * A query outside an open transaction waits for it to end; asked from within the transaction, it
 * would wait for ever.
 */
class QueryOutsideTransaction extends Error {
  constructor() {
    super('A query inside a transaction must use the transaction it was given.');
    this.name = 'QueryOutsideTransaction';
  }
}

const insideTransaction = new AsyncLocalStorage<boolean>();

class GuardedPGlite extends PGlite {
  override transaction: PGlite['transaction'] = (work) => {
    refuseInside();
    return super.transaction((tx) => insideTransaction.run(true, () => work(tx)));
  };
  override query: PGlite['query'] = (...query) => {
    refuseInside();
    return super.query(...query);
  };
  /**
   * Notifications are delivered within the transaction that notified, but their listeners are not
   * part of it.
   */
  override listen: PGlite['listen'] = (channel, heard, tx) =>
    super.listen(channel, (payload) => insideTransaction.exit(() => heard(payload)), tx);
}

function refuseInside() {
  if (insideTransaction.getStore()) throw new QueryOutsideTransaction();
}
