import { Refusal } from '#lib/domain/refusal.ts';
import { readConfiguration } from '#lib/server/access/configuration.ts';
import type { Context } from '#lib/server/access/context.ts';
import { DirectoryInUse } from '#lib/server/database/directory-lock.ts';
import { openDatabase } from '#lib/server/database/open.ts';
import { findMemberByEmail, findViewer } from '#lib/server/access/viewer.ts';
import { BadInput } from './command.ts';
import { refusalSentence } from './messages.ts';

/**
 * Opens and migrates the forum's database, runs `work`, closes the database, and returns what `work`
 * does. Throws BadInput if the forum refuses, or if a running forum uses the directory.
 */
export async function withForum<Result>(
  work: (context: Context) => Promise<Result>
): Promise<Result> {
  const configuration = readConfiguration();
  const { database, migrate, close } = await openDatabase(configuration).catch(rethrow);
  try {
    await migrate();
    return await work({ database, configuration, viewer: null, now: new Date() });
  } catch (error) {
    return rethrow(error);
  } finally {
    await close();
  }
}

/** Does as withForum, with the member who has the e-mail as viewer. Throws BadInput if none has it. */
export const asMemberOf = <Result>(
  email: string,
  work: (context: Context) => Promise<Result>
): Promise<Result> =>
  withForum(async (context) => {
    const viewer = await findViewer(context.database, await memberWith(context, email));
    if (!viewer) throw new BadInput(`The account ${email} is closed`);
    return work({ ...context, viewer });
  });

/** Returns the id of the member with the e-mail. Throws BadInput if there is none. */
export async function memberWith(context: Context, email: string): Promise<string> {
  const id = await findMemberByEmail(context, email);
  if (!id) throw new BadInput(`There is no member with the e-mail ${email}`);
  return id;
}

function rethrow(error: unknown): never {
  if (error instanceof Refusal) throw new BadInput(refusalSentence(error));
  if (error instanceof DirectoryInUse) throw new BadInput(error.message);
  throw error;
}
