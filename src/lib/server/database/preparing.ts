import type { Sql } from 'postgres';
import { untilPassed } from './passing.ts';

/** A statement with more is made for one time, a list of rows say, and not worth remembering. */
const mostParameters = 30;

/** Runs the work in a transaction, or in a part of one that can be undone. */
type Enter = (work: (inside: Sql) => unknown) => unknown;

/** What Drizzle asks of a query: its rows as objects, or as lists. */
type Asked = PromiseLike<unknown> & { values(): PromiseLike<unknown> };

/** What only reads and stands alone may be asked again. */
const reads = /^\s*select\b/i;

/**
 * The client, whose reads outside a transaction are asked again where their connection turns out to
 * be lost: a server that was restarted has ended those that are kept open.
 */
export function readingAgain(client: Sql): Sql {
  const unsafe = client.unsafe as (statement: string, ...rest: unknown[]) => Asked;
  const asking = (statement: string, ...rest: unknown[]): Asked => {
    const ask = () => unsafe(statement, ...rest);
    if (!reads.test(statement)) return ask();
    return {
      then: (done, failed) => untilPassed(ask).then(done, failed),
      values: () => untilPassed(() => ask().values())
    };
  };
  client.unsafe = asking as Sql['unsafe'];
  return client;
}

/**
 * The client, with each statement planned once a connection. Drizzle has every query planned anew,
 * which takes two rounds to the server and back; a prepared one takes a single round.
 */
export function preparing(client: Sql): Sql {
  const { unsafe } = client;
  client.unsafe = (statement, parameters = [], options) =>
    unsafe(statement, parameters, {
      ...options,
      prepare: parameters.length > 0 && parameters.length <= mostParameters
    });
  const ways = client as unknown as { begin?: Enter; savepoint?: Enter };
  for (const way of ['begin', 'savepoint'] as const) {
    const enter = ways[way];
    if (enter) ways[way] = (work) => enter((inside) => work(preparing(inside)));
  }
  return client;
}
