import { eq } from 'drizzle-orm';
import { slugOf } from '#lib/server/commands/slug.ts';
import type { Context } from '#lib/server/access/context.ts';
import {
  member,
  memberRole,
  rapporteur,
  region,
  workingGroupMember
} from '#lib/server/database/tables/index.ts';
import type { MemberRole } from '#lib/domain/hearing/enums.ts';
import { findViewer } from '#lib/server/access/viewer.ts';
import type { TestDatabase } from './database.ts';

/** The rights that a test's member can be made with. */
export type Rights = {
  roles?: MemberRole[];
  /** The name of a region that the member may speak for; it is made if there is none. */
  rapporteurOf?: string;
  /** The id of a document whose working group the member joins. */
  workingGroupOf?: string;
};

/** The time in a test, unless it gives another. */
export const today = new Date('2026-03-02T10:00:00Z');

/** Returns the context of a reader without a login. */
export const publicReader = (
  { database, configuration }: TestDatabase,
  now: Date = today
): Context => ({ database, configuration, viewer: null, now });

/** Makes a member with the name and returns the context in which the member acts. */
export async function makeMember(
  test: TestDatabase,
  name: string,
  rights: Rights = {},
  now: Date = today
): Promise<Context> {
  const { database } = test;
  const [made] = await database
    .insert(member)
    .values({ name, email: `${slugOf(name)}@example.org`, createdAt: now })
    .returning();
  const granted = { memberId: made!.id, grantedAt: now };
  for (const role of rights.roles ?? [])
    await database.insert(memberRole).values({ ...granted, role });
  if (rights.rapporteurOf)
    await database
      .insert(rapporteur)
      .values({ ...granted, regionId: await findOrMakeRegion(test, rights.rapporteurOf) });
  if (rights.workingGroupOf)
    await database
      .insert(workingGroupMember)
      .values({ memberId: made!.id, documentId: rights.workingGroupOf, addedAt: now });
  return contextAt({ ...publicReader(test, now), viewer: { ...nobody, id: made!.id } }, now);
}

const nobody = { roles: [], rapporteurOf: [], workingGroupOf: [] };

/** Returns the member's context at another time, with the rights that the member has by then. */
export async function contextAt(context: Context, now: Date): Promise<Context> {
  return { ...context, now, viewer: await findViewer(context.database, context.viewer!.id) };
}

/** Returns the id of the region with the name, which is made if there is none. */
export async function findOrMakeRegion({ database }: TestDatabase, name: string): Promise<string> {
  await database
    .insert(region)
    .values({ name, slug: slugOf(name) })
    .onConflictDoNothing();
  const [found] = await database
    .select({ id: region.id })
    .from(region)
    .where(eq(region.name, name));
  return found!.id;
}
