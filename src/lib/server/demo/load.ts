import { sql } from 'drizzle-orm';
import { hashPassword } from '../access/passwords.ts';
import type { Configuration } from '../access/configuration.ts';
import { inTransaction, type Context } from '../access/context.ts';
import type { Database } from '../database/open.ts';
import { member } from '../database/tables/index.ts';
import { findViewer } from '../access/viewer.ts';
import { demo } from './content/index.ts';
import { beginStory, happeningsOf } from './document.ts';
import { calendarFrom, inOrder } from './happening.ts';
import { settle, type Settled } from './people.ts';
import type { Story } from './story.ts';

/**
 * Fills an empty database with the demo, as if its people had done everything themselves: by the
 * forum's own verbs, at the moments they name. All of it is written, or nothing; where there is a
 * member, nothing is. Gives whether it was loaded.
 */
export async function loadDemo(
  { database, configuration }: { database: Database; configuration: Configuration },
  now: Date,
  password: string
): Promise<boolean> {
  const theirs = { ...configuration, leastHearingDays };
  const context: Context = { database, configuration: theirs, viewer: null, now };
  return inTransaction(context, async (inside) => {
    await inside.database.execute(sql`lock table ${member} in exclusive mode`);
    if ((await inside.database.$count(member)) > 0) return false;
    const settled = await settle(inside, demo, await hashPassword(password));
    for (const document of demo.documents)
      await tell(
        inside,
        {
          ...{ document, calendar: calendarFrom(now), regions: settled.regions, documentId: '' },
          ...{ blocks: new Map(), inputs: new Map(), otherChanges: new Map(), themes: new Map() }
        },
        settled
      );
    return true;
  });
}

/** The rule of the demo's party, whatever this forum's own is. */
const leastHearingDays = 14;

/** Lets everything happen that the document's story tells of, each by the one who did it. */
async function tell(context: Context, story: Story, { members }: Settled) {
  const viewers = new Map<string, Context['viewer']>();
  const as = async (by: string, now: Date): Promise<Context> => {
    const viewer = viewers.get(by) ?? (await findViewer(context.database, members.get(by)!));
    viewers.set(by, viewer);
    return { ...context, now, viewer };
  };
  const { created } = story.document;
  await beginStory(await as(created.by, story.calendar.momentOf(created.at)), story, members);
  viewers.clear();
  for (const { at, by, happen } of inOrder(happeningsOf(story))) await happen(await as(by, at));
}
