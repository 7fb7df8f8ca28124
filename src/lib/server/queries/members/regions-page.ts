import { sql } from 'drizzle-orm';
import { compareNames } from '#lib/domain/name.ts';
import { asAdministrator, type Context } from '../../access/context.ts';
import { region } from '../../database/tables/index.ts';

/**
 * Returns every region by its name, with the names of its rapporteurs. Throws Refusal('notAllowed')
 * for all but administrators.
 */
export async function listRegionsWithRapporteurs(context: Context) {
  const { database } = asAdministrator(context);
  const regions = await database
    .select({
      id: region.id,
      name: region.name,
      rapporteurs: sql<
        string[]
      >`array(select m.name from rapporteur r join member m on m.id = r.member_id where r.region_id = "region"."id" and r.revoked_at is null order by 1)`
    })
    .from(region);
  return regions.sort((one, other) => compareNames(one.name, other.name));
}
