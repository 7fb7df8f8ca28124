import { Refusal } from '#lib/domain/refusal.ts';
import { readConfiguration } from '#lib/server/access/configuration.ts';
import type { Context } from '#lib/server/access/context.ts';
import { DirectoryInUse } from '#lib/server/database/directory-lock.ts';
import { openDatabase } from '#lib/server/database/open.ts';
import { findMemberByEmail, findViewer } from '#lib/server/access/viewer.ts';
import { BadInput } from './command.ts';
import { refusalSentence } from './messages.ts';

/**
 * Opens the forum's database, brought up to date, lets the work be done and closes it. What the
 * forum refuses, and a directory that a running forum holds, is said in one line.
 */
export async function withForum<Result>(
  work: (context: Context) => Promise<Result>
): Promise<Result> {
  const configuration = readConfiguration();
  const { database, migrate, close } = await openDatabase(configuration).catch(told);
  try {
    await migrate();
    return await work({ database, configuration, viewer: null, now: new Date() });
  } catch (error) {
    return told(error);
  } finally {
    await close();
  }
}

/** The same, as the member with the e-mail: what a member may not do is refused here too. */
export const asMemberOf = <Result>(
  email: string,
  work: (context: Context) => Promise<Result>
): Promise<Result> =>
  withForum(async (context) => {
    const viewer = await findViewer(context.database, await memberWith(context, email));
    if (!viewer) throw new BadInput(`The account ${email} is closed`);
    return work({ ...context, viewer });
  });

/** The id of the member with the e-mail. Refuses one that nobody has. */
export async function memberWith(context: Context, email: string): Promise<string> {
  const id = await findMemberByEmail(context, email);
  if (!id) throw new BadInput(`There is no member with the e-mail ${email}`);
  return id;
}

function told(error: unknown): never {
  if (error instanceof Refusal) throw new BadInput(refusalSentence(error));
  if (error instanceof DirectoryInUse) throw new BadInput(error.message);
  throw error;
}
