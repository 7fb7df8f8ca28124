import { addDays, endOfDay, toDanishTime } from '#lib/domain/time.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';
import { listParties, listRegions } from '../../hearing/parties.ts';

/** Returns the page on which a hearing is opened and closed. Throws as readForWork does. */
export async function readHearingPage(context: Context, slug: string) {
  const { hearing, state, latestVersion } = await readForWork(context, slug);
  const { minHearingDays } = context.configuration;
  const today = toDanishTime(context.now).date;
  return {
    hearing,
    parties: hearing ? await listParties(context, hearing.id) : [],
    versionNumber: latestVersion?.number ?? null,
    mayOpen: state === 'drafting' && hearing === null,
    mayClose: state === 'hearing',
    regions: await listRegions(context),
    minDays: minHearingDays,
    suggested: { opens: today, closes: addDays(today, minHearingDays), closesTime: endOfDay }
  };
}
