import { findCode } from './error-codes.ts';

/** The connection was lost, before or after the statement was sent; the next try opens another. */
const connectionCodes = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'ECONNRESET',
  'EPIPE',
  // PostgreSQL's: it was told to end the connection, or crashed.
  '57P01',
  '57P02'
]);

/** PostgreSQL rolled the transaction back because of a deadlock or a conflict with another. */
const conflictCodes = new Set(['40P01', '40001']);

/**
 * Returns whether work that failed with this error, and so saved nothing, may succeed when it is
 * repeated.
 */
const isTransient = (thrown: unknown): boolean =>
  findCode(thrown, (code) => connectionCodes.has(code) || conflictCodes.has(code)) !== null;

/** As many as a pool has connections: if all of them were lost, each try finds one. */
const maxTries = 10;

/** Milliseconds in which connections that the server is ending are known to be lost. */
const retryDelay = 100;

/**
 * Returns what `work` returns; repeats it if it fails with a transient error, as long as
 * `mayRepeat` says that nothing has been saved yet.
 */
export async function retryTransient<Result>(
  work: () => PromiseLike<Result>,
  mayRepeat: () => boolean = () => true
): Promise<Result> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (thrown) {
      if (tries === maxTries || !mayRepeat() || !isTransient(thrown)) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, retryDelay));
    }
}
