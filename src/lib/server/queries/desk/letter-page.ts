import { isOpen } from '#lib/domain/hearing/lifecycle.ts';
import { toDanishTime } from '#lib/domain/time.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';
import { listParties } from '../../hearing/parties.ts';

/** Returns the page on which a letter is entered. Throws as readForWork does. */
export async function readLetterPage(context: Context, slug: string) {
  const { hearing, state } = await readForWork(context, slug);
  return {
    today: toDanishTime(context.now).date,
    parties: hearing ? await listParties(context, hearing.id) : [],
    mayEnter: hearing !== null && (state === 'hearing' || state === 'processing'),
    isLate: hearing !== null && !isOpen(hearing, context.now)
  };
}
