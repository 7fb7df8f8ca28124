import { asc, eq } from 'drizzle-orm';
import { sessionsOf } from '#lib/server/access/sessions.ts';
import { openDatabase } from '#lib/server/database/open.ts';
import { comment, document, member } from '#lib/server/database/tables/index.ts';
import { loadDemo } from '../../../demo/load.ts';
import { demoPassword } from '../../../demo/logins.ts';
import type { Measured } from '../server/databases.ts';
import { fill } from '../server/filling.ts';

/** The forum that the soak reads and writes in. */
export type Soaked = {
  /** The session cookie of each member. */
  logins: string[];
  /** The documents in hearing, with comments that can be liked and replied to. */
  open: { slug: string; commentIds: string[] }[];
};

/** The number of inputs of the made-up hearings: as most have, and as the largest had. */
const sizes = [27, 500];

/** Fills the database with the demo and made-up hearings, and logs every member in. */
export async function fillSoaked({ url, dataDirectory }: Measured): Promise<Soaked> {
  const address = { databaseUrl: url, dataDirectory, migrationsDirectory: 'drizzle' };
  const configuration = { ...address, minHearingDays: 14, demo: true, limits: 0 };
  const opened = await openDatabase(address);
  const { database } = opened;
  await opened.migrate();
  await loadDemo({ database, configuration }, new Date(), demoPassword);
  await fill(opened, sizes);
  const logins: string[] = [];
  for (const { id } of await database.select({ id: member.id }).from(member))
    logins.push(`session=${(await sessionsOf(database).begin(id)).value}`);
  const open: Soaked['open'] = [];
  const inHearing = database
    .select({ id: document.id, slug: document.slug })
    .from(document)
    .where(eq(document.state, 'hearing'));
  for (const { id, slug } of await inHearing) {
    const comments = await database
      .select({ id: comment.id })
      .from(comment)
      .where(eq(comment.documentId, id))
      .orderBy(asc(comment.createdAt))
      .limit(200);
    open.push({ slug, commentIds: comments.map((each) => each.id) });
  }
  await opened.close();
  return { logins, open };
}
