import type { Sql } from 'postgres';
import { retryTransient } from './retry.ts';

/**
 * A statement with more parameters, such as a list of rows, is not prepared, since it is hardly
 * sent twice.
 */
const maxParameters = 30;

/** Runs `work` in a transaction or a savepoint. */
type Enter = (work: (inside: Sql) => unknown) => unknown;

/** What Drizzle uses of a query: its rows as objects or as arrays. */
type PendingQuery = PromiseLike<unknown> & { values(): PromiseLike<unknown> };

/** Only reads outside a transaction may be sent again. */
const readPattern = /^\s*select\b/i;

/**
 * Returns the client with its reads outside transactions sent again if their connection turns out
 * to be lost, as all are after a restart of the server.
 */
export function withRetriedReads(client: Sql): Sql {
  const unsafe = client.unsafe as (statement: string, ...rest: unknown[]) => PendingQuery;
  const asking = (statement: string, ...rest: unknown[]): PendingQuery => {
    const ask = () => unsafe(statement, ...rest);
    if (!readPattern.test(statement)) return ask();
    return {
      then: (done, failed) => retryTransient(ask).then(done, failed),
      values: () => retryTransient(() => ask().values())
    };
  };
  client.unsafe = asking as Sql['unsafe'];
  return client;
}

/**
 * Returns the client with its statements prepared once on each connection. Drizzle would have each
 * statement planned anew, which takes two round trips instead of one.
 */
export function withPreparedStatements(client: Sql): Sql {
  const { unsafe } = client;
  client.unsafe = (statement, parameters = [], options) =>
    unsafe(statement, parameters, {
      ...options,
      prepare: parameters.length > 0 && parameters.length <= maxParameters
    });
  const ways = client as unknown as { begin?: Enter; savepoint?: Enter };
  for (const way of ['begin', 'savepoint'] as const) {
    const enter = ways[way];
    if (enter) ways[way] = (work) => enter((inside) => work(withPreparedStatements(inside)));
  }
  return client;
}
