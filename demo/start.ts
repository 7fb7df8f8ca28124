import type { Configuration } from '#lib/server/access/configuration.ts';
import type { Database } from '#lib/server/database/open.ts';
import { loadDemo } from './load.ts';
import { demoPassword, listDemoLogins, loginLines } from './logins.ts';

/** Loads the demo if the database is empty, and prints the logins if the database holds the demo. */
export async function startDemo(forum: { database: Database; configuration: Configuration }) {
  await loadDemo(forum, new Date(), demoPassword);
  for (const line of loginLines(await listDemoLogins(forum.database))) console.log(line);
}
