import { daysLater, inCopenhagen } from '#lib/domain/time.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';

/** Returns the page on which a call for input is opened and closed. Throws what readForWork does. */
export async function readCallPage(context: Context, slug: string) {
  const { call, state } = await readForWork(context, slug);
  const today = inCopenhagen(context.now).date;
  return {
    call,
    mayOpen: state === 'drafting' && call === null,
    mayClose: state === 'callForInput',
    suggested: daysLater(today, context.configuration.leastHearingDays)
  };
}
