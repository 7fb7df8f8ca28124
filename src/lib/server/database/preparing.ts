import type { Sql } from 'postgres';

/** A statement with more is made for one time, a list of rows say, and not worth remembering. */
const mostParameters = 30;

/** Runs the work in a transaction, or in a part of one that can be undone. */
type Enter = (work: (inside: Sql) => unknown) => unknown;

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
