import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/domain/refusal.ts';
import { isOneOf } from '../database/batches.ts';
import { region } from '../database/tables/index.ts';
import type { Context } from './context.ts';

/** Returns the id of the region with the slug, or null. */
export async function findRegion(
  { database }: Pick<Context, 'database'>,
  slug: string
): Promise<string | null> {
  const [found] = await database
    .select({ id: region.id })
    .from(region)
    .where(eq(region.slug, slug));
  return found?.id ?? null;
}

/** Throws Refusal('regionUnknown') unless each id is null or a region's. */
export async function refuseUnknownRegions(
  { database }: Pick<Context, 'database'>,
  ids: readonly (string | null)[]
) {
  const named = [...new Set(ids.filter((id) => id !== null))];
  const known = await database.$count(region, isOneOf(region.id, named));
  if (known < named.length) throw new Refusal('regionUnknown');
}
