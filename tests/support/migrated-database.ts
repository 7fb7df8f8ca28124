import { readFileSync, readdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';

/** Returns a database that the migration `name` ran on after the SQL `rows` had filled it. */
export async function databaseMigratedBy(name: string, rows: string): Promise<PGlite> {
  const forum = new PGlite();
  const files = readdirSync('drizzle').filter((each) => each.endsWith('.sql'));
  const migrate = (each: string) => forum.exec(readFileSync(`drizzle/${each}`, 'utf8'));
  for (const each of files.filter((each) => each.localeCompare(name) < 0).sort())
    await migrate(each);
  await forum.exec(rows);
  await migrate(name);
  return forum;
}
