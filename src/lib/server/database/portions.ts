import { sql, type Column, type SQL } from 'drizzle-orm';

/** PostgreSQL takes 65,535 values in a statement; no table here has sixty columns. */
const atATime = 1000;

/**
 * Does the work for portions of the rows, one after the other, so that no list is too long for a
 * statement; gives what comes of each portion. Of no rows, nothing is asked.
 */
export async function inPortions<Row, Result>(
  rows: readonly Row[],
  work: (portion: Row[]) => PromiseLike<Result>
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < rows.length; at += atATime)
    results.push(await work(rows.slice(at, at + atATime)));
  return results;
}

/** Whether the column is one of the values, however many: they are one parameter. */
export function isOneOf(column: Column, values: readonly (string | number)[]): SQL {
  const literal = `{${values.map(quoted).join(',')}}`;
  return sql`${column} = any(${sql.param(literal)}::${sql.raw(column.getSQLType())}[])`;
}

const quoted = (value: string | number) => `"${String(value).replace(/["\\]/g, '\\$&')}"`;
