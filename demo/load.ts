import { sql } from 'drizzle-orm';
import { hashPassword } from '#lib/server/access/passwords.ts';
import type { Configuration } from '#lib/server/access/configuration.ts';
import { inTransaction, type Context } from '#lib/server/access/context.ts';
import type { Database } from '#lib/server/database/open.ts';
import { member } from '#lib/server/database/tables/index.ts';
import { findViewer } from '#lib/server/access/viewer.ts';
import { inOrder } from './loader/action.ts';
import { calendarFrom } from './loader/calendar.ts';
import { createDocument, documentActions } from './loader/document.ts';
import { createPeople } from './loader/people.ts';
import type { Progress } from './loader/progress.ts';
import { readContent } from './reader/read.ts';

/** The rule of the demo's party, independent of the forum's configuration. */
const minHearingDays = 14;

/**
 * Loads the demo into an empty database with the forum's own commands, each run as the member who
 * does it and at the time the content says, counted from `now`; every member gets the password. All
 * of it is written, or nothing. Returns false, and writes nothing, if there are members already.
 */
export async function loadDemo(
  { database, configuration }: { database: Database; configuration: Configuration },
  now: Date,
  password: string
): Promise<boolean> {
  const withRule = { ...configuration, minHearingDays };
  const context: Context = { database, configuration: withRule, viewer: null, now };
  return inTransaction(context, async (inside) => {
    await inside.database.execute(sql`lock table ${member} in exclusive mode`);
    if ((await inside.database.$count(member)) > 0) return false;
    const { documents, ...people } = readContent();
    const { regionIds, memberIds } = await createPeople(
      inside,
      people,
      await hashPassword(password)
    );
    for (const document of documents) {
      const known = { document, calendar: calendarFrom(now), regionIds, documentId: '' };
      await loadDocument(inside, { ...known, ...nothingCreated() }, memberIds);
    }
    return true;
  });
}

const nothingCreated = () => ({
  ...{ blocks: new Map(), sources: new Map(), otherChangeIds: new Map(), themeIds: new Map() }
});

/** Creates the document and runs its actions by time, each as the member who does it. */
async function loadDocument(
  context: Context,
  progress: Progress,
  memberIds: ReadonlyMap<string, string>
) {
  const viewers = new Map<string, Context['viewer']>();
  const as = async (name: string, now: Date): Promise<Context> => {
    const viewer = viewers.get(name) ?? (await findViewer(context.database, memberIds.get(name)!));
    viewers.set(name, viewer);
    return { ...context, now, viewer };
  };
  const { at, by } = progress.document.created;
  await createDocument(await as(by, progress.calendar.dateOf(at)), progress, memberIds);
  viewers.clear(); // Their working groups have changed.
  for (const { at, by, run } of inOrder(documentActions(progress))) await run(await as(by, at));
}
