import { addDays, toDanishTime } from '#lib/domain/time.ts';
import type { Context } from '../../access/context.ts';
import { readForWork } from '../../access/documents.ts';

/** Returns the page on which a call for input is opened and closed. Throws as readForWork does. */
export async function readCallPage(context: Context, slug: string) {
  const { call, state } = await readForWork(context, slug);
  const today = toDanishTime(context.now).date;
  return {
    call,
    mayOpen: state === 'drafting' && call === null,
    mayClose: state === 'callForInput',
    suggested: addDays(today, context.configuration.minHearingDays)
  };
}
