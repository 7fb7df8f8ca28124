import { Refusal } from '#lib/domain/refusal.ts';
import { isOneOf } from '../database/portions.ts';
import { region } from '../database/tables/index.ts';
import type { Context } from './context.ts';

/** Refuses with regionUnknown where one of the ids is no region's; what is null names none. */
export async function refuseUnknownRegions(
  { database }: Pick<Context, 'database'>,
  ids: readonly (string | null)[]
) {
  const named = [...new Set(ids.filter((id) => id !== null))];
  const known = await database.$count(region, isOneOf(region.id, named));
  if (known < named.length) throw new Refusal('regionUnknown');
}
