import * as v from 'valibot';
import { parseName } from '#lib/domain/name.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { asAdministrator, type Context } from '../../access/context.ts';
import { region } from '../../database/tables/index.ts';
import { slugOf } from '../slug.ts';

export const regionForm = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(80))
});

/**
 * Adds a region for an administrator. Throws Refusal('nameInvisible'), and Refusal('regionTaken')
 * if there is a region with the name or its slug.
 */
export async function addRegion(context: Context, { name }: v.InferOutput<typeof regionForm>) {
  const { database } = asAdministrator(context);
  const clean = parseName(name);
  const added = await database
    .insert(region)
    .values({ name: clean, slug: slugOf(clean) })
    .onConflictDoNothing()
    .returning({ id: region.id });
  if (added.length === 0) throw new Refusal('regionTaken');
}
