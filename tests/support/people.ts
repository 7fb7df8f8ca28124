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

/** What a test's people can be made with. */
export type Traits = {
  roles?: MemberRole[];
  /** The name of a region that the person may speak for; made where it is not there. */
  rapporteurOf?: string;
  /** The id of a document whose working group the person joins. */
  workingGroupOf?: string;
};

/** When a test's day begins, unless it says otherwise. */
export const today = new Date('2026-03-02T10:00:00Z');

/** A public reader's context. */
export const stranger = (
  { database, configuration }: TestDatabase,
  now: Date = today
): Context => ({ database, configuration, viewer: null, now });

/** Makes a member by the name and gives the context in which they act. */
export async function join(
  test: TestDatabase,
  name: string,
  traits: Traits = {},
  now: Date = today
): Promise<Context> {
  const { database } = test;
  const [made] = await database
    .insert(member)
    .values({ name, email: `${slugOf(name)}@example.org`, createdAt: now })
    .returning();
  const granted = { memberId: made!.id, grantedAt: now };
  for (const role of traits.roles ?? [])
    await database.insert(memberRole).values({ ...granted, role });
  if (traits.rapporteurOf)
    await database
      .insert(rapporteur)
      .values({ ...granted, regionId: await regionNamed(test, traits.rapporteurOf) });
  if (traits.workingGroupOf)
    await database
      .insert(workingGroupMember)
      .values({ memberId: made!.id, documentId: traits.workingGroupOf, addedAt: now });
  return later({ ...stranger(test, now), viewer: { ...nobody, id: made!.id } }, now);
}

const nobody = { roles: [], rapporteurOf: [], workingGroupOf: [] };

/** The same person at another time, with the roles that the database gives them by then. */
export async function later(context: Context, now: Date): Promise<Context> {
  return { ...context, now, viewer: await findViewer(context.database, context.viewer!.id) };
}

/** The id of the region by the name, made where it is not there. */
export async function regionNamed({ database }: TestDatabase, name: string): Promise<string> {
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
