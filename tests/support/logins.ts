import { sessionsOf } from '#lib/server/access/sessions.ts';
import type { Context } from '#lib/server/access/context.ts';
import type { TestDatabase } from './database.ts';

/** Logs everybody in and returns the cookie that each sends; the public reader's is empty. */
export async function logEverybodyIn<Name extends string>(
  { database }: TestDatabase,
  people: Record<Name, Context>
): Promise<Record<Name | 'stranger', string>> {
  const sessions = sessionsOf(database);
  const entries = Object.entries<Context>(people).map(async ([name, { viewer }]) => {
    const { value } = await sessions.begin(viewer!.id);
    return [name, `session=${value}`];
  });
  return { stranger: '', ...Object.fromEntries(await Promise.all(entries)) };
}
