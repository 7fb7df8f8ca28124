import { sql, type Column, type SQL } from 'drizzle-orm';

/** PostgreSQL takes 65,535 values in a statement, and no table has sixty columns. */
const batchSize = 1000;

/**
 * Calls `work` with batches of the rows, one after the other, so that no statement has too many
 * values. Returns the result of each batch; without rows it calls nothing.
 */
export async function inBatches<Row, Result>(
  rows: readonly Row[],
  work: (portion: Row[]) => PromiseLike<Result>
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < rows.length; at += batchSize)
    results.push(await work(rows.slice(at, at + batchSize)));
  return results;
}

/**
 * Returns the condition that the column is one of the values, which are sent as one parameter,
 * however many they are.
 */
export function isOneOf(column: Column, values: readonly (string | number)[]): SQL {
  const literal = `{${values.map(quoted).join(',')}}`;
  return sql`${column} = any(${sql.param(literal)}::${sql.raw(column.getSQLType())}[])`;
}

const quoted = (value: string | number) => `"${String(value).replace(/["\\]/g, '\\$&')}"`;
