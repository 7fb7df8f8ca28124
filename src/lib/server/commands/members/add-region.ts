import { asName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asAdministrator, type Context } from '../../access/context.ts';
import { region } from '../../database/tables/index.ts';
import { slugOf } from '../slug.ts';

/** Adds a region by its name; refuses one that is there. */
export async function addRegion(context: Context, name: string) {
  const { database } = asAdministrator(context);
  const clean = asName(name);
  const added = await database
    .insert(region)
    .values({ name: clean, slug: slugOf(clean) })
    .onConflictDoNothing()
    .returning({ id: region.id });
  if (added.length === 0) throw new Refusal('regionTaken');
}
