import { readFileSync, readdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

/**
 * Returns a database that was filled by the SQL `rows` before the migration `first`, and that the
 * migrations from `first` to `last` ran on after that.
 */
export async function databaseMigratedBy(
  rows: string,
  first: string,
  last: string = first
): Promise<PGlite> {
  const forum = new PGlite();
  const names = readdirSync('drizzle').filter((name) => name.endsWith('.sql'));
  for (const name of names.sort().filter((name) => name <= last)) {
    if (name === first) await forum.exec(rows);
    await forum.exec(readFileSync(`drizzle/${name}`, 'utf8'));
  }
  return forum;
}
